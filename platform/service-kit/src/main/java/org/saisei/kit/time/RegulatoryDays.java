package org.saisei.kit.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Regulatory days are calendar days in Japan. */
public final class RegulatoryDays {
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private RegulatoryDays() {}

    public static LocalDate today(InstantSource clock) {
        return of(clock.instant());
    }

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
