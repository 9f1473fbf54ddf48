package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.INJURY_DATE;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PLANNED_MARROW_COLLECTION_ON;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.ValuesBuilder;

/** S-P8. The day of the injury is day 0, so day 31 is within the guide and day 32 is not. */
final class MarrowCollectionWithinGuide implements Criterion<Circumstances> {
    static final Parameter GUIDE_DAYS = new Parameter(
            "marrowCollectionGuideDays",
            "days",
            new BigDecimal("31"),
            false,
            "1; 6④",
            new Text(
                    "骨髄液の採取の目安（受傷日を 0 とする日数、当日を含む）",
                    "guide for the marrow collection: last day within it, counted from the injury as day 0"),
            Parameter.Range.of(0, 365));

    private static final FactList READ = FactList.of(INJURY_DATE, PLANNED_MARROW_COLLECTION_ON);

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-P8",
            Scope.PATIENT,
            Kind.ADVISORY,
            StemiracStage.BOTH,
            true,
            "1; 6④",
            new Text(
                    "骨髄液の採取は、患者の全身状態等を考慮した上で、脊髄損傷受傷後31日以内を目安に実施する。",
                    "Marrow is collected within 31 days of the injury, as a guide."),
            READ.pointers(),
            new Text("受傷日を 0 日とすること（表6に同じ）", "that the day of the injury is day 0, as in table 6"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(GUIDE_DAYS);
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var facts = circumstances.facts();
        var injury = facts.get(INJURY_DATE);
        var planned = facts.get(PLANNED_MARROW_COLLECTION_ON);
        var values = facts.shown(READ);
        if (injury == null || planned == null) {
            return Finding.unknown(values, facts.missing(READ));
        }
        var day = BigDecimal.valueOf(ChronoUnit.DAYS.between(injury, planned));
        return Finding.of(
                day.compareTo(circumstances.parameters().get(GUIDE_DAYS)) <= 0,
                new ValuesBuilder(values, 1).put("daysSinceInjury", day).build());
    }
}
