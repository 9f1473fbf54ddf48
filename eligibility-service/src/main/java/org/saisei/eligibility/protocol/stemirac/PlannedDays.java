package org.saisei.eligibility.protocol.stemirac;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.PlannedTreatment;
import org.saisei.eligibility.protocol.ScheduledDays;
import org.saisei.eligibility.protocol.Text;

/** The days of a planned treatment in the terms of the facts, and the days that S-P8 and S-P9 expect. */
final class PlannedDays {

    private PlannedDays() {}

    static Facts facts(PlannedTreatment plan) {
        var document = new HashMap<String, Object>();
        put(document, StemiracFacts.INJURY_DATE, plan.injuryDate());
        put(document, StemiracFacts.PLANNED_FIRST_BLOOD_COLLECTION_ON, plan.plannedFirstBloodCollectionOn());
        put(document, StemiracFacts.PLANNED_MARROW_COLLECTION_ON, plan.plannedMarrowCollectionOn());
        put(document, StemiracFacts.PLANNED_LAST_BLOOD_COLLECTION_ON, plan.plannedLastBloodCollectionOn());
        put(document, StemiracFacts.PLANNED_ADMINISTRATION_ON, plan.plannedAdministrationOn());
        return Facts.kept(document);
    }

    static List<ScheduledDays> schedule(PlannedTreatment plan, Parameters parameters) {
        var facts = facts(plan);
        var injury = facts.get(StemiracFacts.INJURY_DATE);
        var schedule = new ArrayList<ScheduledDays>();
        schedule.add(ScheduledDays.of(
                "marrowCollectionGuide",
                new Text("骨髄液採取（目安）", "the marrow collection (guide)"),
                new MarrowCollectionWithinGuide().info(),
                BigDecimal.ZERO,
                parameters.get(MarrowCollectionWithinGuide.GUIDE_DAYS),
                injury,
                facts.get(StemiracFacts.PLANNED_MARROW_COLLECTION_ON),
                parameters.ours(null, List.of(MarrowCollectionWithinGuide.GUIDE_DAYS))));
        var asInTrial = new DaysAsInTrial().info();
        for (var guide : DaysAsInTrial.GUIDES) {
            schedule.add(ScheduledDays.of(
                    guide.name(),
                    guide.what(),
                    asInTrial,
                    parameters.get(guide.first()),
                    parameters.get(guide.last()),
                    injury,
                    facts.get(guide.planned()),
                    parameters.ours(null, List.of(guide.first(), guide.last()))));
        }
        return schedule;
    }

    private static void put(Map<String, Object> document, Fact<LocalDate> fact, @Nullable LocalDate day) {
        if (day != null) {
            document.put(fact.path(), day);
        }
    }
}
