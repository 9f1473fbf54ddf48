package org.saisei.systemtests.chaos.fault;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/** Lets time pass between doing something and undoing it. */
final class Time {
    private static final Duration LOOK = Duration.ofMillis(20);

    private Time() {}

    static Duration between(long leastMillis, long mostMillis, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(leastMillis, mostMillis + 1));
    }

    static void pass(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    /** @return whether it came true within the time */
    static boolean within(Duration patience, Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }

    /** E.g. {@code 1.2 s}. */
    static String told(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
    }

    static String since(long nanoTime) {
        return told(Duration.ofNanos(System.nanoTime() - nanoTime));
    }
}
