package org.saisei.eligibility.facility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.AccreditationState;

/**
 * A state that an accreditation takes from a day on.
 *
 * @param from first day of the state
 * @param requirements rule ids of the requirements that are no longer met; empty unless it lapsed
 * @param documentNumber of the registrar's act; null where it came without one
 * @param reason the registrar's; null where it came without an act
 * @param replacedBy the accreditation that took its place before it began; null elsewhere
 * @param recordedAt null if it is foreseen and not recorded yet
 */
public record AccreditationChange(
        AccreditationState state,
        LocalDate from,
        List<String> requirements,
        @Nullable String documentNumber,
        @Nullable String reason,
        @Nullable UUID replacedBy,
        @Nullable Instant recordedAt) {

    public AccreditationChange {
        requirements = List.copyOf(requirements);
    }

    static AccreditationChange lapse(LocalDate from, List<String> requirements) {
        return new AccreditationChange(AccreditationState.LAPSED, from, requirements, null, null, null, null);
    }

    static AccreditationChange replacement(LocalDate from, UUID by, Instant recordedAt) {
        return new AccreditationChange(AccreditationState.WITHDRAWN, from, List.of(), null, null, by, recordedAt);
    }

    AccreditationChange recorded(Instant at) {
        return new AccreditationChange(state, from, requirements, documentNumber, reason, replacedBy, at);
    }

    /** True if nothing follows: a new accreditation is needed. */
    boolean isFinal() {
        return switch (state) {
            case WITHDRAWN, LAPSED -> true;
            case ACCREDITED, SUSPENDED -> false;
        };
    }
}
