package org.saisei.eligibility.assessment.messaging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Value of saisei.eligibility.assessment-decided.v1. */
record AssessmentDecided(
        String candidateId,
        String facilityId,
        String documentNumber,
        String assessmentId,
        String protocol,
        String protocolVersion,
        String stage,
        String decision,
        @Nullable String coverage,
        List<NotSatisfied> notSatisfied,
        @Nullable Ais ais,
        LocalDate assessedOn,
        String responsiblePhysicianId,
        @Nullable String declaredPhysicianRequirement,
        @Nullable String supersedes,
        @Nullable Integer ageYears,
        @Nullable BigDecimal weightKg,
        List<String> deviations) {

    /** A verdict that stands against the patient, or is unknown. */
    record NotSatisfied(String criterion, String verdict) {}

    record Ais(String grade, String assessedOn) {}
}
