package org.saisei.eligibility.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.DoseRule;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Text;

/** What a protocol says of a plan. */
public sealed interface PlanOutcome {

    /** @param interval of the doses allowed at the plan's weight */
    record Allowed(String protocol, String protocolVersion, DoseRule.Interval interval, List<Judged> verdicts)
            implements PlanOutcome {
        public Allowed {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * The dose is refused by a limit.
     *
     * @param interval of the doses allowed; null if no dose is allowed at this weight
     */
    record DoseRefused(String ruleId, DoseRule.@Nullable Interval interval, Text reason) implements PlanOutcome {}

    record UnknownProtocol() implements PlanOutcome {}

    /** The protocol has no limits for a dose, so there is nothing to check. */
    record NoDoseRule() implements PlanOutcome {}

    record Contradictory(List<Fault> faults) implements PlanOutcome {
        public Contradictory {
            faults = List.copyOf(faults);
        }
    }
}
