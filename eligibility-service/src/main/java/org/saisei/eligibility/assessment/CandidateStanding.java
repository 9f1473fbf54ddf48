package org.saisei.eligibility.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate stands in the registry, as the registry says.
 *
 * @param candidateId null for a subject who was never a candidate here, e.g. one registered for comparison
 * @param standing the registry's code
 * @param since when the registry said so
 */
public record CandidateStanding(
        String subjectId,
        @Nullable String candidateId,
        String facilityId,
        String protocol,
        String standing,
        Instant since) {}
