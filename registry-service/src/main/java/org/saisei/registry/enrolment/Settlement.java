package org.saisei.registry.enrolment;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A standing and the decision that settled it. Decisions act one by one in the order decided, so that an enrolment made
 * before, between or after them ends in the same standing.
 *
 * @param by null while nothing has settled it
 */
record Settlement(Standing standing, @Nullable CandidateDecision by) {
    static final Settlement NONE = new Settlement(new Standing.Pending(), null);

    /**
     * @param known under the enrolment's protocol, in whatever order
     * @param refusedBy sequence of the last decision that refused an earlier enrolment of the candidate, 0 for none: it
     *     and those before it have had their effect, and count for a new enrolment only if they are still in force
     */
    static Settlement of(List<CandidateDecision> known, long refusedBy) {
        var inForce = DecisionsInForce.of(known);
        var settlement = NONE;
        for (var decision : known.stream()
                .sorted(Comparator.comparingLong(CandidateDecision::sequence))
                .filter(one -> one.sequence() > refusedBy || inForce.include(one))
                .toList()) {
            settlement = settlement.on(decision);
        }
        return settlement;
    }

    Settlement on(CandidateDecision decision) {
        return switch (standing.onDecision(decision.decision(), decision.reasons())) {
            case Standing.Step.Moves moves -> new Settlement(moves.to(), decision);
            case Standing.Step.Stays ignored -> this;
        };
    }
}
