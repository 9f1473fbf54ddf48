package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Periods of calendar days, both ends included, open where the last day is null. */
public final class Days {
    private Days() {}

    public static boolean within(LocalDate day, LocalDate first, @Nullable LocalDate last) {
        return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }

    /** True if a last day is there and lies before {@code day}. */
    public static boolean endsBefore(@Nullable LocalDate last, LocalDate day) {
        return last != null && last.isBefore(day);
    }

    /** True if two periods share a day. */
    public static boolean overlap(
            LocalDate first, @Nullable LocalDate last, LocalDate otherFirst, @Nullable LocalDate otherLast) {
        return !endsBefore(last, otherFirst) && !endsBefore(otherLast, first);
    }
}
