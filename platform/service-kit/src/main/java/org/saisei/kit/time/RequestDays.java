package org.saisei.kit.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The days that a request may name, in its body or in its query: 1900-01-01 to 2199-12-31, both included. */
public final class RequestDays {
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** What to tell whoever named another. */
    public static final String EXPECTATION = "must be a calendar day yyyy-MM-dd from " + FIRST + " to " + LAST;

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private RequestDays() {}

    /** Takes {@code yyyy-MM-dd} in the Gregorian calendar, and nothing that merely resembles it. */
    public static Optional<LocalDate> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(RequestDays::contain);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    public static boolean contain(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
