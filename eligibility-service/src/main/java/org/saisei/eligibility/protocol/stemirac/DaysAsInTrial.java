package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.INJURY_DATE;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PLANNED_ADMINISTRATION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PLANNED_FIRST_BLOOD_COLLECTION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PLANNED_LAST_BLOOD_COLLECTION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PLANNED_MARROW_COLLECTION_ON;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.ParameterRange;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.ValuesBuilder;

/**
 * S-P9. The planned days against what was done in the trial (table 6) and what its plan allowed; days since the injury,
 * which is day 0.
 */
final class DaysAsInTrial implements Criterion<Circumstances> {

    /** A range of days since the injury, both included, for one planned day. */
    record Guide(String name, Text what, Fact<LocalDate> planned, Parameter first, Parameter last) {
        private static Guide of(String name, Fact<LocalDate> planned, int first, int last, String clause, Text what) {
            return new Guide(
                    name,
                    what,
                    planned,
                    parameter(name + "FirstDay", first, clause, what, "最初の日", "first day of the guide"),
                    parameter(name + "LastDay", last, clause, what, "最後の日", "last day of the guide"));
        }

        private static Parameter parameter(String code, int day, String clause, Text what, String ja, String en) {
            return new Parameter(
                    code,
                    "days",
                    BigDecimal.valueOf(day),
                    false,
                    clause,
                    new Text(
                            what.ja() + "の目安の" + ja + "（受傷日を 0 とする日数、当日を含む）",
                            en + " for " + what.en() + ", counted from the injury as day 0, included"),
                    Parameter.Range.of(0, 365));
        }
    }

    static final List<Guide> GUIDES = List.of(
            Guide.of(
                    "firstBloodCollectionInTrial",
                    PLANNED_FIRST_BLOOD_COLLECTION_ON,
                    5,
                    17,
                    "6④; 3 表6",
                    new Text("最初の末梢血採取（治験の実績）", "the first blood collection (as done in the trial)")),
            Guide.of(
                    "marrowCollectionInTrial",
                    PLANNED_MARROW_COLLECTION_ON,
                    11,
                    25,
                    "6④; 3 表6",
                    new Text("骨髄液採取（治験の実績）", "the marrow collection (as done in the trial)")),
            Guide.of(
                    "lastBloodCollectionInTrial",
                    PLANNED_LAST_BLOOD_COLLECTION_ON,
                    15,
                    39,
                    "6④; 3 表6",
                    new Text("最後の末梢血採取（治験の実績）", "the last blood collection (as done in the trial)")),
            Guide.of(
                    "administrationInTrial",
                    PLANNED_ADMINISTRATION_ON,
                    43,
                    54,
                    "6④; 3 表6",
                    new Text("本品投与（治験の実績）", "the administration (as done in the trial)")),
            Guide.of(
                    "administrationInTrialPlan",
                    PLANNED_ADMINISTRATION_ON,
                    26,
                    54,
                    "3【試験の概要】",
                    new Text("本品投与（治験の計画、40±14 日）", "the administration (as the trial's plan had it, 40 ± 14 days)")));

    static final List<ParameterRange> RANGES = GUIDES.stream()
            .map(guide -> new ParameterRange(guide.first(), guide.last()))
            .toList();

    static final List<Parameter> PARAMETERS = GUIDES.stream()
            .flatMap(guide -> Stream.of(guide.first(), guide.last()))
            .toList();

    private static final FactList READ = FactList.of(
            INJURY_DATE,
            PLANNED_FIRST_BLOOD_COLLECTION_ON,
            PLANNED_MARROW_COLLECTION_ON,
            PLANNED_LAST_BLOOD_COLLECTION_ON,
            PLANNED_ADMINISTRATION_ON);

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-P9",
            Scope.PATIENT,
            Kind.ADVISORY,
            StemiracStage.BOTH,
            true,
            "6④; 3 表6; 3【試験の概要】",
            new Text(
                    "受傷後 40±14 日以内に単回静脈内投与し…本品を投与された各症例における骨髄液及び末梢血採取、並びに本品投与時の脊髄損傷受傷からの日数は、表6に示すとおりであった。…"
                            + "本品の投与計画策定（骨髄液及び末梢血の採取スケジュールを含む）にあたっては、3.臨床成績の【原料採取及び本品投与時の脊髄損傷受傷からの日数】に示す実績も参考にすること。",
                    "When the plan is made, the days since the injury on which blood and marrow were collected and"
                            + " the product given in the trial (table 6) are taken into account; its plan had the"
                            + " administration 40 ± 14 days after the injury."),
            READ.pointers(),
            new Text(
                    "表6の最小日数から最大日数までを目安の範囲とすること（両端を含む）、及びいずれかの予定日が範囲外であれば、他の予定日が不明であっても範囲外とすること",
                    "that the guides run from the smallest to the largest number of days in table 6 (both"
                            + " included), and that one planned day outside is outside whatever is not known of the"
                            + " others"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var facts = circumstances.facts();
        var injury = facts.get(INJURY_DATE);
        var days = new ValuesBuilder(GUIDES.size());
        var outside = new ArrayList<Map<String, Object>>();
        for (var guide : GUIDES) {
            var planned = facts.get(guide.planned());
            if (injury != null && planned != null) {
                var day = BigDecimal.valueOf(ChronoUnit.DAYS.between(injury, planned));
                var first = circumstances.parameters().get(guide.first());
                var last = circumstances.parameters().get(guide.last());
                days.put(guide.planned().path(), day);
                if (day.compareTo(first) < 0 || day.compareTo(last) > 0) {
                    outside.add(new ValuesBuilder(4)
                            .put("day", day)
                            .put("firstDay", first)
                            .put("guide", guide.name())
                            .put("lastDay", last)
                            .build());
                }
            }
        }
        var values = new ValuesBuilder(facts.shown(READ), 2)
                .put("daysSinceInjury", days.build())
                .put("outside", outside)
                .build();
        var missing = facts.missing(READ);
        return outside.isEmpty() && !missing.isEmpty()
                ? Finding.unknown(values, missing)
                : Finding.of(outside.isEmpty(), values);
    }
}
