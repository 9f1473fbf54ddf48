package org.saisei.registry.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the adverse-event service last told of a case. The narrative is read there.
 *
 * @param facilityId the reporting facility, not always the treating one
 * @param term code and preferred term of the reaction
 * @param receivedAt when it was reported
 */
public record SafetyCase(
        String caseId,
        int version,
        String facilityId,
        @Nullable String documentNumber,
        String state,
        @Nullable String subjectId,
        boolean serious,
        List<String> seriousness,
        boolean malfunction,
        @Nullable Term term,
        @Nullable LocalDate onsetOn,
        Instant receivedAt) {

    /** A term of a dictionary. */
    public record Term(String dictionary, String version, String code, String preferredTerm) {}

    public SafetyCase {
        seriousness = List.copyOf(seriousness);
    }
}
