package org.saisei.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowancesTest {
    private static final int PER_SECOND = 5;
    private static final int BURST = 20;

    private final HandClock clock = new HandClock();
    private final Allowances allowances = new Allowances(PER_SECOND, BURST, clock);

    private static final class HandClock implements TimeMeter {
        private long nanos = 1;

        void advance(Duration by) {
            nanos += by.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @Test
    void aBurstIsAllowedAndNothingBeyond() {
        for (int i = 0; i < BURST; i++) {
            assertThat(allowances.take("A")).isZero();
        }

        assertThat(allowances.take("A")).isPositive();
    }

    @Test
    void whoHasToWaitIsToldForHowLong() {
        exhaust("A");

        assertThat(allowances.take("A")).isEqualTo(Duration.ofSeconds(1).dividedBy(PER_SECOND));
    }

    @Test
    void whoWaitedThatLongMayGoOn() {
        exhaust("A");

        clock.advance(allowances.take("A"));

        assertThat(allowances.take("A")).isZero();
    }

    @Test
    void nobodyUsesUpWhatAnotherMaySend() {
        exhaust("A");

        assertThat(allowances.take("B")).isZero();
    }

    @Test
    void beingForgottenGainsACallerNothing() {
        exhaust("A");
        clock.advance(Duration.ofSeconds(BURST / PER_SECOND + 2));

        assertThat(allowances.remembered()).isZero();
        exhaust("A");
        assertThat(allowances.take("A")).isPositive();
    }

    @Test
    void inventedCallersCostNoMoreThanTheBound() {
        for (int i = 0; i < 5 * Allowances.REMEMBERED; i++) {
            allowances.take("invented-" + i);
        }

        assertThat(allowances.remembered()).isLessThanOrEqualTo(Allowances.REMEMBERED);
    }

    @Test
    void anAllowanceOfNothingIsNone() {
        assertThatThrownBy(() -> new Allowances(0, 1, clock)).hasMessageContaining("saisei.rate-limit");
        assertThatThrownBy(() -> new Allowances(1, 0, clock)).hasMessageContaining("saisei.rate-limit");
    }

    private void exhaust(String caller) {
        for (int i = 0; i < BURST; i++) {
            allowances.take(caller);
        }
    }
}
