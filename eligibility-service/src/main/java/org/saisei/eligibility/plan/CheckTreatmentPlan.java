package org.saisei.eligibility.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.DoseRule;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.FactsDefinition.Reading;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.ParameterValues;
import org.saisei.eligibility.protocol.PlannedDose;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.eligibility.protocol.Text;
import org.saisei.kit.time.RegulatoryDays;

/** A facility asks whether a planned dose and schedule are allowed. Keeps nothing. */
@ApplicationScoped
public class CheckTreatmentPlan {
    private final ProtocolCatalogue protocols;
    private final ParameterValues values;
    private final InstantSource clock;

    CheckTreatmentPlan(ProtocolCatalogue protocols, ParameterValues values, InstantSource clock) {
        this.protocols = protocols;
        this.values = values;
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
        var faults = new ArrayList<>(untrueDays(plan, today));
        var facts = facts(protocol, plan);
        faults.addAll(protocol.contradictions(facts));
        if (!faults.isEmpty()) {
            return new PlanOutcome.Contradictory(faults);
        }
        return judge(plan, protocol, rule, facts, today);
    }

    private PlanOutcome judge(TreatmentPlan plan, Protocol protocol, DoseRule rule, Facts facts, LocalDate today) {
        var parameters = values.on(protocol, today);
        var ruleId = rule.info().id();
        var interval = rule.interval(plan.weightKg(), parameters).orElse(null);
        if (interval == null) {
            return new PlanOutcome.DoseRefused(ruleId, null, rule.emptyInterval(parameters));
        }
        var cells = plan.plannedCells();
        if (cells != null && !interval.contains(cells)) {
            return new PlanOutcome.DoseRefused(ruleId, interval, outside(interval));
        }
        var stage = protocol.stages().getFirst().code();
        var circumstances = new Circumstances(stage, today, facts, Map.of(), AccreditationOnDay.none(), "", parameters);
        var verdicts = new ArrayList<>(Judge.all(protocol.planCriteria(), circumstances));
        verdicts.addFirst(Judge.one(rule, new PlannedDose(plan.weightKg(), cells, parameters)));
        return new PlanOutcome.Allowed(protocol.id(), protocol.version(), interval, verdicts);
    }

    private static Text outside(DoseRule.Interval interval) {
        var bounds = interval.minCells().toPlainString() + " – "
                + interval.maxCells().toPlainString();
        return new Text(
                "細胞数がこの体重で許容される範囲（" + bounds + "、両端を含む）の外である。",
                "The number of cells is outside what is allowed at this weight: " + bounds + ", both included.");
    }

    private static List<Fault> untrueDays(TreatmentPlan plan, LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (plan.weightMeasuredOn().isAfter(today)) {
            faults.add(new Fault("/weightMeasuredOn", "IN_FUTURE", "is not a day that has come"));
        }
        var injury = plan.injuryDate();
        if (injury != null && injury.isAfter(today)) {
            faults.add(new Fault("/injuryDate", "IN_FUTURE", "is not a day that has come"));
        }
        var administration = plan.plannedAdministrationOn();
        if (isAfter(plan.weightMeasuredOn(), administration)) {
            faults.add(new Fault("/weightMeasuredOn", "AFTER_ADMINISTRATION", "is after the planned administration"));
        }
        if (isAfter(injury, administration)) {
            faults.add(new Fault("/plannedAdministrationOn", "BEFORE_INJURY", "is before the injury"));
        }
        if (isAfter(plan.plannedMarrowCollectionOn(), administration)) {
            faults.add(new Fault(
                    "/plannedAdministrationOn", "BEFORE_COLLECTION", "is before the planned marrow collection"));
        }
        return faults;
    }

    private static boolean isAfter(@Nullable LocalDate day, @Nullable LocalDate other) {
        return day != null && other != null && day.isAfter(other);
    }

    /** The plan's days as facts, for the patient criteria that a plan is held against as well. */
    private static Facts facts(Protocol protocol, TreatmentPlan plan) {
        var known = new HashMap<String, Object>();
        put(known, "injuryDate", plan.injuryDate());
        put(known, "plannedMarrowCollectionOn", plan.plannedMarrowCollectionOn());
        return protocol.patientFacts().read(known) instanceof Reading.Accepted(var facts) ? facts : Facts.none();
    }

    private static void put(Map<String, Object> known, String name, @Nullable LocalDate day) {
        if (day != null) {
            known.put(name, day.toString());
        }
    }
}
