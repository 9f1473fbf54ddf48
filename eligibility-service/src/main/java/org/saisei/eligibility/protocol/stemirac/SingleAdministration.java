package org.saisei.eligibility.protocol.stemirac;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.PlanOnDay;
import org.saisei.eligibility.protocol.PlanRule;
import org.saisei.eligibility.protocol.Text;

/** S-T4, plan side. How soon after manufacture it is given is shown and not judged: the source names no number of days. */
final class SingleAdministration implements PlanRule {

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-T4",
            Scope.PLAN,
            Kind.REQUIREMENT,
            Set.of(),
            false,
            "1; 3【試験の概要】",
            new Text(
                    "製品が製造され次第、可能な限り速やかに投与する。…単回静脈内投与",
                    "It is given as soon as possible once it is made, and once, as in the trial."),
            List.of("/candidateId", "/earlierAdministrationsOn", "/manufacturedOn", "/plannedAdministrationOn"),
            new Text(
                    "治験と同じく、登録につき一回の投与に限ること",
                    "that there is a single administration for each enrolment, as in the trial"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public Finding judge(PlanOnDay on) {
        var plan = on.plan();
        var earlier = plan.earlier();
        var values = new HashMap<String, Object>();
        if (plan.manufacturedOn() != null && plan.plannedAdministrationOn() != null) {
            values.put(
                    "daysFromManufacture",
                    ChronoUnit.DAYS.between(plan.manufacturedOn(), plan.plannedAdministrationOn()));
        }
        if (!earlier.isKnown()) {
            return Finding.unknown(values, List.of("/candidateId", "/earlierAdministrationsOn"));
        }
        values.put("earlierAdministrationsOn", earlier.days());
        return Finding.of(earlier.days().isEmpty(), values);
    }

    @Override
    public Objection objection(PlanOnDay on) {
        var recorded = on.plan().earlier().recorded();
        return new Objection(
                recorded == null || recorded.isEmpty() ? "/earlierAdministrationsOn" : "/candidateId",
                new Text("本品は既に投与されている。投与は単回とする。", "The product has been given before; it is given once."));
    }
}
