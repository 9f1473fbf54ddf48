package org.saisei.registry.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a subject's way.
 *
 * @param on the day it is about, in Japan
 * @param recordedAt when the registry learnt of it
 * @param documentNumber the facility's own; null where another facility's document or none stands behind it
 * @param details codes and quantities by name
 */
public record JourneyEntry(
        What what,
        LocalDate on,
        Instant recordedAt,
        @Nullable String documentNumber,
        Map<String, Object> details) {

    public JourneyEntry {
        details = Map.copyOf(details);
    }

    /** Kinds of entries, in the order in which they stand within one day. */
    public enum What {
        DECISION,
        ENROLMENT,
        STANDING_CHANGED,
        COLLECTION,
        PRODUCT,
        PLANNED_ADMINISTRATION,
        ADMINISTRATION,
        DEVIATION,
        CORRECTION,
        SAFETY_CASE
    }
}
