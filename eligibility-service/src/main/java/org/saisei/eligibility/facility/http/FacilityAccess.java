package org.saisei.eligibility.facility.http;

import org.saisei.kit.access.Actor;
import org.saisei.kit.access.Role;
import org.saisei.kit.http.Codes;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/** A hospital sees itself only; another facility looks to it as if it were not there. */
final class FacilityAccess {

    private FacilityAccess() {}

    /** @throws ProblemException 404 */
    static void check(Actor actor, String facilityId) {
        if (!facilityId.matches(Codes.IDENTIFIER) || !(actor.is(Role.REGISTRAR) || actor.actsFor(facilityId))) {
            throw new ProblemException(Problem.notFound());
        }
    }
}
