package org.saisei.eligibility.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.PlannedTreatment;

/** What in a plan cannot be true together, or not on the day it is looked at; beside what the protocol finds in its facts. */
final class PlanContradictions {
    private final List<Fault> faults = new ArrayList<>();

    private PlanContradictions() {}

    static List<Fault> in(PlannedTreatment plan, LocalDate today) {
        var found = new PlanContradictions();
        var injury = plan.injuryDate();
        var weighed = plan.weightMeasuredOn();
        var made = plan.manufacturedOn();
        var administration = plan.plannedAdministrationOn();
        found.unless(notAfter(weighed, today), "/weightMeasuredOn", "IN_FUTURE", "is not a day that has come");
        found.unless(notAfter(injury, today), "/injuryDate", "IN_FUTURE", "is not a day that has come");
        found.unless(notAfter(injury, weighed), "/weightMeasuredOn", "BEFORE_INJURY", "is before the injury");
        found.unless(
                notAfter(weighed, administration),
                "/weightMeasuredOn",
                "AFTER_ADMINISTRATION",
                "is after the planned administration");
        found.unless(notAfter(injury, made), "/manufacturedOn", "BEFORE_INJURY", "is before the injury");
        found.unless(
                notAfter(plan.plannedFirstBloodCollectionOn(), made)
                        && notAfter(plan.plannedMarrowCollectionOn(), made)
                        && notAfter(plan.plannedLastBloodCollectionOn(), made),
                "/manufacturedOn",
                "BEFORE_COLLECTION",
                "is before a collection of what the product is made of");
        found.unless(
                notAfter(made, administration),
                "/plannedAdministrationOn",
                "BEFORE_MANUFACTURE",
                "is before the product is made");
        var stated = plan.earlier().stated() == null
                ? List.<LocalDate>of()
                : plan.earlier().stated();
        for (var i = 0; i < stated.size(); i++) {
            var pointer = "/earlierAdministrationsOn/" + i;
            found.unless(notAfter(stated.get(i), today), pointer, "IN_FUTURE", "is not a day that has come");
            found.unless(notAfter(injury, stated.get(i)), pointer, "BEFORE_INJURY", "is before the injury");
            found.unless(
                    notAfter(stated.get(i), administration),
                    pointer,
                    "AFTER_ADMINISTRATION",
                    "is after the planned administration");
        }
        return found.faults;
    }

    private void unless(boolean possible, String pointer, String rule, String message) {
        if (!possible) {
            faults.add(new Fault(pointer, rule, message));
        }
    }

    private static boolean notAfter(@Nullable LocalDate day, @Nullable LocalDate other) {
        return day == null || other == null || !day.isAfter(other);
    }
}
