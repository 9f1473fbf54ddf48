package org.saisei.kit.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * How far a check looks, and for how long.
 *
 * @param since what was stored earlier is not looked at
 * @param until when the request came
 * @param deadline by {@link System#nanoTime}; what is not done by then is told as incomplete
 */
public record Scope(Instant since, Instant until, long deadline) {

    /** How many ids an anomaly shows. */
    public static final int IDS = 20;

    /** A minute, after which what waits is no longer on its way. */
    public static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    /** The smallest id that a row stored at the beginning could have: ids are UUIDv7, so that their index is one by time. */
    public UUID firstId() {
        return firstIdAt(since);
    }

    static UUID firstIdAt(Instant time) {
        return new UUID((time.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /** Rows stored before this are no longer on their way. */
    public Instant settled() {
        return until.minus(ON_ITS_WAY);
    }

    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    public boolean isOver() {
        return remaining().isZero();
    }
}
