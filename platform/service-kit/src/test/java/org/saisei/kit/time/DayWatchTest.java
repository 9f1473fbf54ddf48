package org.saisei.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayWatchTest {
    private Instant now = Instant.parse("2026-11-22T14:59:59Z");
    private final List<LocalDate> seen = new ArrayList<>();

    @Test
    void theWorkIsDoneAtOnceAndAgainWhenADayBeginsInJapan() {
        var watch = watch(seen::add);

        watch.look();
        watch.look();
        now = now.plusSeconds(1);
        watch.look();
        watch.look();

        assertThat(seen).containsExactly(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23));
    }

    @Test
    void workThatFailsIsTriedAgainAndHoldsUpNoOther() {
        var watch = watch(
                today -> {
                    seen.add(today);
                    if (seen.size() < 3) {
                        throw new IllegalStateException("the database is away");
                    }
                },
                today -> {});
        var others = new ArrayList<LocalDate>();
        var both = watch(
                today -> {
                    throw new IllegalStateException("the database is away");
                },
                others::add);

        for (var i = 0; i < 5; i++) {
            watch.look();
            both.look();
        }

        assertThat(seen).hasSize(3);
        assertThat(others).hasSize(1);
    }

    private DayWatch watch(DayWork... works) {
        return new DayWatch(Stream.of(works), () -> now, Duration.ofDays(1));
    }
}
