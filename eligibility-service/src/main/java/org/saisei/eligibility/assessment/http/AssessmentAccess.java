package org.saisei.eligibility.assessment.http;

import java.util.UUID;
import org.saisei.eligibility.assessment.Assessment;
import org.saisei.eligibility.assessment.Assessments;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.Role;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/** Whose assessments a caller may see. */
final class AssessmentAccess {

    private AssessmentAccess() {}

    /** @throws ProblemException 404 if there is none, or it is another facility's or of another protocol */
    static Assessment visible(Assessments assessments, Actor actor, UUID assessmentId) {
        return assessments
                .find(assessmentId)
                .filter(found -> actor.is(Role.REGISTRAR) || actor.actsFor(found.facilityId()))
                .filter(found -> actor.mayTouch(found.protocol()))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
