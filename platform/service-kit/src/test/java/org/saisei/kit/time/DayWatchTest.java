package org.saisei.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DayWatchTest {
    private static final String GAUGE = "saisei.day.work.behind.days";

    private final Logger log = Logger.getLogger(Duty.class.getName());
    private final List<LogRecord> told = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            told.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<LocalDate> seen = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T14:59:59Z");

    @BeforeEach
    void listen() {
        log.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(listener);
    }

    private record Work(String name, Consumer<LocalDate> done) implements DayWork {
        @Override
        public void dayHasCome(LocalDate today) {
            done.accept(today);
        }
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("the database is away"),
                new NoClassDefFoundError("planted"),
                new AssertionError("planted"));
    }

    @Test
    void theWorkIsDoneAtOnceAndAgainWhenADayBeginsInJapan() {
        var watch = watch(new Work("done", seen::add));

        watch.look();
        watch.look();
        now = now.plusSeconds(1);
        watch.look();
        watch.look();

        assertThat(seen).containsExactly(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void workThatFailsIsTriedAgainAndHoldsUpNoOther(Throwable failure) {
        var tries = new ArrayList<LocalDate>();
        var watch = watch(
                new Work("failing", today -> {
                    tries.add(today);
                    if (tries.size() < 3) {
                        fail(failure);
                    }
                }),
                new Work("other", seen::add));

        for (var i = 0; i < 5; i++) {
            watch.look();
        }

        assertThat(tries).hasSize(3);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aFailureIsToldAtMostOnceAnHourAndItsEndOnce() {
        var failing = new boolean[] {true};
        var watch = watch(new Work("failing", today -> {
            if (failing[0]) {
                throw new AssertionError("planted");
            }
        }));

        for (var minute = 0; minute < 121; minute++) {
            watch.look();
            now = now.plus(Duration.ofMinutes(1));
        }
        failing[0] = false;
        watch.look();
        watch.look();

        assertThat(told)
                .extracting(entry -> entry.getLevel().getName())
                .containsExactly("ERROR", "ERROR", "ERROR", "INFO");
        assertThat(told.getFirst().getThrown()).hasMessage("planted");
    }

    @Test
    void theGaugeCountsTheDaysWhoseWorkWaits() {
        var failing = new boolean[] {true};
        var watch = watch(new Work("failing", today -> {
            if (failing[0]) {
                throw new IllegalStateException("planted");
            }
        }));

        watch.look();
        assertThat(behind("failing")).isOne();
        now = now.plusSeconds(1);
        assertThat(behind("failing")).isEqualTo(2);
        failing[0] = false;
        watch.look();
        assertThat(behind("failing")).isZero();
        now = now.plus(Duration.ofDays(1));
        assertThat(behind("failing")).isOne();
    }

    @Test
    void aMachineThatIsOutOfOrderIsToldOfAndNotGoneOnWith() {
        var watch = watch(new Work("failing", today -> {
            throw new OutOfMemoryError("planted");
        }));

        assertThatThrownBy(watch::look).isInstanceOf(OutOfMemoryError.class);
        assertThat(told).extracting(entry -> entry.getLevel().getName()).containsExactly("ERROR");
        assertThat(behind("failing")).isOne();
    }

    private static void fail(Throwable failure) {
        switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            default -> throw new IllegalArgumentException(failure);
        }
    }

    private double behind(String work) {
        return meters.get(GAUGE).tag("work", work).gauge().value();
    }

    private DayWatch watch(DayWork... works) {
        return new DayWatch(Stream.of(works), () -> now, meters, Duration.ofDays(1));
    }
}
