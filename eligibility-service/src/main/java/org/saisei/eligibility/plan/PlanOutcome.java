package org.saisei.eligibility.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.DoseRule;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.ScheduledDays;
import org.saisei.eligibility.protocol.Text;

/** What a protocol says of a plan. */
public sealed interface PlanOutcome {

    /**
     * Everything at once.
     *
     * @param interval of the doses allowed at the plan's weight; null if none is
     * @param refusals one for each limit that the plan does not keep; empty if it is allowed
     */
    record Checked(
            String protocol,
            String protocolVersion,
            DoseRule.@Nullable Interval interval,
            List<Judged> verdicts,
            List<PlanRefusal> refusals,
            List<ScheduledDays> schedule)
            implements PlanOutcome {
        public Checked {
            verdicts = List.copyOf(verdicts);
            refusals = List.copyOf(refusals);
            schedule = List.copyOf(schedule);
        }
    }

    /** @param pointer JSON pointer of the field to change */
    record PlanRefusal(String ruleId, String pointer, Text reason) {}

    record UnknownProtocol() implements PlanOutcome {}

    /** The protocol has no limits for a dose, so there is nothing to check. */
    record NoDoseRule() implements PlanOutcome {}

    /** The facility has no such candidate. */
    record UnknownCandidate() implements PlanOutcome {}

    record Contradictory(List<Fault> faults) implements PlanOutcome {
        public Contradictory {
            faults = List.copyOf(faults);
        }
    }
}
