package org.saisei.eligibility.assessment;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a facility asks to be assessed.
 *
 * @param candidateId null for a patient who has not been assessed before
 * @param supersedes null to take the place of whatever stands for that candidate, protocol and stage
 * @param facts the protocol's facts document, as JSON has it
 */
public record AssessmentRequest(
        String facilityId,
        String documentNumber,
        String protocol,
        String stage,
        @Nullable String candidateId,
        @Nullable UUID supersedes,
        LocalDate assessedOn,
        String responsiblePhysicianId,
        @Nullable String declaredPhysicianRequirement,
        Map<String, Object> facts,
        @Nullable Declaration declaration) {

    public AssessmentRequest {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
