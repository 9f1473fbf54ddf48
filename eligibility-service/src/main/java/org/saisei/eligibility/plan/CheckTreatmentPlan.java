package org.saisei.eligibility.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.plan.PlanOutcome.PlanRefusal;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.DoseRule;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.ParameterValues;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.PlanOnDay;
import org.saisei.eligibility.protocol.PlannedDose;
import org.saisei.eligibility.protocol.PlannedTreatment;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.Verdict;
import org.saisei.kit.time.RegulatoryDays;

/** A facility asks whether a planned dose, schedule and administration are allowed. Keeps nothing. */
@ApplicationScoped
public class CheckTreatmentPlan {
    private final ProtocolCatalogue protocols;
    private final ParameterValues values;
    private final Administrations administrations;
    private final InstantSource clock;

    CheckTreatmentPlan(
            ProtocolCatalogue protocols, ParameterValues values, Administrations administrations, InstantSource clock) {
        this.protocols = protocols;
        this.values = values;
        this.administrations = administrations;
        this.clock = clock;
    }

    public PlanOutcome check(TreatmentPlan plan) {
        var today = RegulatoryDays.today(clock);
        var protocol = protocols.inForce(plan.protocol(), today).orElse(null);
        if (protocol == null) {
            return new PlanOutcome.UnknownProtocol();
        }
        var rule = protocol.dose().orElse(null);
        if (rule == null) {
            return new PlanOutcome.NoDoseRule();
        }
        var treatment = withRecorded(plan);
        if (treatment == null) {
            return new PlanOutcome.UnknownCandidate();
        }
        var facts = protocol.planFacts(treatment);
        var faults = new ArrayList<>(PlanContradictions.in(treatment, today));
        faults.addAll(protocol.contradictions(facts));
        if (!faults.isEmpty()) {
            return new PlanOutcome.Contradictory(faults);
        }
        return judge(treatment, protocol, rule, facts, today);
    }

    /** Null if the facility has no such candidate. */
    private @Nullable PlannedTreatment withRecorded(TreatmentPlan plan) {
        var candidate = plan.candidateId();
        if (candidate == null) {
            return plan.treatment();
        }
        return administrations
                .of(plan.facilityId(), candidate, plan.protocol())
                .map(plan.treatment()::withRecorded)
                .orElse(null);
    }

    private PlanOutcome judge(PlannedTreatment plan, Protocol protocol, DoseRule dose, Facts facts, LocalDate today) {
        var parameters = values.on(protocol, today);
        var verdicts = new ArrayList<Judged>();
        var refusals = new ArrayList<PlanRefusal>();
        verdicts.add(Judge.one(dose, new PlannedDose(plan.weightKg(), plan.plannedCells(), parameters)));
        var interval = dose.interval(plan.weightKg(), parameters).orElse(null);
        if (verdicts.getFirst().verdict() == Verdict.NOT_MET) {
            refusals.add(refusal(dose, interval, parameters));
        }
        var stage = protocol.stages().getFirst().code();
        verdicts.addAll(Judge.all(
                protocol.planCriteria(),
                new Circumstances(stage, today, facts, Map.of(), AccreditationOnDay.none(), "", parameters)));
        var planned = new PlanOnDay(plan, parameters);
        for (var rule : protocol.planRules()) {
            var judged = Judge.one(rule, planned);
            verdicts.add(judged);
            if (judged.verdict() == Verdict.NOT_MET) {
                var objection = rule.objection(planned);
                refusals.add(new PlanRefusal(judged.criterion(), objection.pointer(), objection.reason()));
            }
        }
        var schedule = protocol.schedule(plan, parameters);
        return new PlanOutcome.Checked(protocol.id(), protocol.version(), interval, verdicts, refusals, schedule);
    }

    private static PlanRefusal refusal(DoseRule dose, DoseRule.@Nullable Interval interval, Parameters parameters) {
        return interval == null
                ? new PlanRefusal(dose.info().id(), "/weightKg", dose.emptyInterval(parameters))
                : new PlanRefusal(dose.info().id(), "/plannedCells", outside(interval));
    }

    private static Text outside(DoseRule.Interval interval) {
        var bounds = interval.minCells().toPlainString() + " – "
                + interval.maxCells().toPlainString();
        return new Text(
                "細胞数がこの体重で許容される範囲（" + bounds + "、両端を含む）の外である。",
                "The number of cells is outside what is allowed at this weight: " + bounds + ", both included.");
    }
}
