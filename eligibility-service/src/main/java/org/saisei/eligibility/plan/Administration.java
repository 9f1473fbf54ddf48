package org.saisei.eligibility.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An administration as the registry recorded it.
 *
 * @param candidateId null for a subject who was never a candidate here
 */
public record Administration(
        UUID factId,
        String subjectId,
        @Nullable String candidateId,
        String facilityId,
        String protocol,
        LocalDate administeredOn) {}
