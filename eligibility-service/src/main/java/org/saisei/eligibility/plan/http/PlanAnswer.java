package org.saisei.eligibility.plan.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.plan.PlanOutcome;
import org.saisei.eligibility.protocol.DoseRule;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.ScheduledDays;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.Verdict;

@Schema(name = "TreatmentPlanCheck")
record PlanAnswer(
        String protocol,
        String protocolVersion,
        DoseInterval doseInterval,

        @Schema(
                description =
                        "When the steps of the treatment are expected, as days since the injury (day 0) and as dates:"
                                + " `to` is the latest day that keeps to the rule. Dates are left out while the day of the injury"
                                + " is not known.")
        List<ScheduledDays> schedule,

        @Schema(
                description =
                        "One for each criterion. `oursNote` says what of it is ours and not the source's; a parameter that a"
                                + " registrar has changed is named there with its value and the source's. `parameters`"
                                + " has the values that it was judged with, by code.")
        List<Judged> verdicts,

        @Schema(description = "Guides (目安) that the plan does not keep to.")
        List<Warning> warnings) {

    @Schema(name = "DoseInterval", description = "Both bounds included.")
    record DoseInterval(BigDecimal minCells, BigDecimal maxCells) {
        static DoseInterval of(DoseRule.Interval interval) {
            return new DoseInterval(plain(interval.minCells()), plain(interval.maxCells()));
        }

        private static BigDecimal plain(BigDecimal cells) {
            var stripped = cells.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    @Schema(name = "PlanWarning")
    record Warning(
            String criterion,
            Text text,

            @Nullable @Schema(description = "As its verdict's.")
            Text oursNote,

            Map<String, Object> values,

            @Schema(description = "As its verdict's.") Map<String, BigDecimal> parameters) {

        static Warning of(Judged judged) {
            return new Warning(
                    judged.criterion(), judged.text(), judged.oursNote(), judged.values(), judged.parameters());
        }
    }

    static PlanAnswer of(PlanOutcome.Checked checked, DoseRule.Interval interval) {
        return new PlanAnswer(
                checked.protocol(),
                checked.protocolVersion(),
                DoseInterval.of(interval),
                checked.schedule(),
                verdicts(checked),
                warnings(checked));
    }

    static List<Judged> verdicts(PlanOutcome.Checked checked) {
        return checked.verdicts().stream().map(PlanAnswer::inThisRequest).toList();
    }

    static List<Warning> warnings(PlanOutcome.Checked checked) {
        return checked.verdicts().stream()
                .filter(judged -> judged.verdict() == Verdict.OUTSIDE)
                .map(Warning::of)
                .toList();
    }

    /** A plan has no facts document: its fields stand at the top. */
    private static Judged inThisRequest(Judged judged) {
        return judged.withMissing(
                judged.missing().stream().map(PlanAnswer::pointer).toList());
    }

    static String pointer(String pointer) {
        return pointer.startsWith(Fact.ROOT + "/") ? pointer.substring(Fact.ROOT.length()) : pointer;
    }
}
