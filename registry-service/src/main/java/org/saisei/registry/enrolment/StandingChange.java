package org.saisei.registry.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in an enrolment's history.
 *
 * @param previous null for the standing it was enrolled with
 * @param changedOn day in Japan
 * @param assessmentId the decision it rests on; null where it rests on treatment or on nothing yet
 */
public record StandingChange(
        Standing.@Nullable Code previous,
        Standing.Code standing,
        List<Reason> reasons,
        LocalDate changedOn,
        @Nullable String assessmentId,
        Instant recordedAt) {

    public StandingChange {
        reasons = List.copyOf(reasons);
    }
}
