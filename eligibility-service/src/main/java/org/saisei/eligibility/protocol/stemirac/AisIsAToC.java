package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.AIS_ASSESSED_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.AIS_GRADE;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.FIRST_COLLECTION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PLANNED_ADMINISTRATION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.TRAUMATIC_INJURY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Coverage;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Text;

/**
 * S-P2. Each stage has an AIS of its own, with its day: none stands in for another (S-C2), so an AIS that the candidate's
 * other stage already rests on is not known for this one. It also decides insurance coverage before the administration.
 */
final class AisIsAToC implements Criterion<Circumstances> {
    static final Parameter MAXIMUM_AGE_DAYS = new Parameter(
            "aisMaximumAgeDays",
            "days",
            new BigDecimal("7"),
            true,
            "5【患者選択について】※; S-P2",
            new Text(
                    "投与直前の AIS とする評価の、評価日から投与予定日までの最大日数（当日を含む）",
                    "how many days before the planned administration an AIS may have been assessed to be the one"
                            + " immediately before it, included"),
            Parameter.Range.of(0, 7));

    private static final FactList AIS = FactList.of(AIS_GRADE, AIS_ASSESSED_ON);
    private static final FactList STEPS_AROUND = FactList.of(FIRST_COLLECTION_ON, PLANNED_ADMINISTRATION_ON);
    private static final FactList AIS_AND_STEPS_AROUND =
            FactList.of(AIS_GRADE, AIS_ASSESSED_ON, FIRST_COLLECTION_ON, PLANNED_ADMINISTRATION_ON);
    private static final Set<AisGrade> INDICATED = EnumSet.of(AisGrade.A, AisGrade.B, AisGrade.C);

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-P2",
            Scope.PATIENT,
            Kind.REQUIREMENT,
            StemiracStage.BOTH,
            false,
            "5【有効性に関する事項】①; 5【患者選択について】※",
            new Text(
                    "AIS が A、B 又は C の外傷性脊髄損傷患者…（※）治験においては、投与直前の神経機能評価で AIS が A、B 又は C の患者に投与していることから、"
                            + "投与直前時点での神経機能評価の結果を元に保険適応を判断する。なお、添付文書においては、採取計画の策定の段階で AIS が A、B 又は C の評価を行った後、"
                            + "製造原料採取、製品製造、製品投与のステップを経るとされている。",
                    "AIS is A, B or C. Insurance coverage is decided by the neurological assessment immediately"
                            + " before the administration; an AIS is assessed when the collection plan is made as"
                            + " well."),
            AIS_AND_STEPS_AROUND.pointers(),
            new Text(
                    "各段階に当該段階で評価した AIS を求め、計画時の AIS の評価日又は最初の採取日と同日若しくはそれ以前の AIS、投与予定日から遡って最大日数（パラメータ aisMaximumAgeDays）を超えた AIS、"
                            + "及び投与予定日より後の AIS は、投与直前の AIS として扱わず UNKNOWN とすること、最初の採取日又は投与予定日が不明な場合は UNKNOWN とすること、並びに外傷性脊髄損傷でない場合は保険適応としないこと",
                    "that each stage has an AIS assessed for it; that before the administration an AIS dated on or"
                            + " before the AIS of PLANNING or the first collection, more days before the planned"
                            + " administration than parameter aisMaximumAgeDays, or after it, does not count and is"
                            + " UNKNOWN; that it is UNKNOWN while the day of the first collection or of the"
                            + " administration is not known; and that an injury that is not traumatic is not covered"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(MAXIMUM_AGE_DAYS);
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var facts = circumstances.facts();
        var grade = facts.get(AIS_GRADE);
        var assessed = facts.get(AIS_ASSESSED_ON);
        if (!circumstances.stage().equals(StemiracStage.PRE_ADMINISTRATION)) {
            var values = facts.shown(AIS);
            return grade == null || assessed == null
                    ? Finding.unknown(values, facts.missing(AIS))
                    : Finding.of(INDICATED.contains(grade), values);
        }
        var values = facts.shown(AIS_AND_STEPS_AROUND);
        if (assessed != null && !isImmediatelyBefore(circumstances, assessed)) {
            var anew = new ArrayList<>(AIS.pointers());
            anew.addAll(facts.missing(STEPS_AROUND));
            return Finding.unknown(values, anew);
        }
        var missing = facts.missing(AIS_AND_STEPS_AROUND);
        return grade == null || !missing.isEmpty()
                ? Finding.unknown(values, missing)
                : Finding.of(INDICATED.contains(grade), values);
    }

    /** As far as is known: what is not known of the steps around it is asked for beside. */
    private static boolean isImmediatelyBefore(Circumstances circumstances, LocalDate assessed) {
        var planning = circumstances.earlierStages().get(StemiracStage.PLANNING);
        var ofPlanning = planning == null ? null : planning.get(AIS_ASSESSED_ON);
        var collection = circumstances.facts().get(FIRST_COLLECTION_ON);
        if ((ofPlanning != null && !assessed.isAfter(ofPlanning))
                || (collection != null && !assessed.isAfter(collection))) {
            return false;
        }
        var administration = circumstances.facts().get(PLANNED_ADMINISTRATION_ON);
        if (administration == null) {
            return true;
        }
        var age = BigDecimal.valueOf(ChronoUnit.DAYS.between(assessed, administration));
        return age.signum() >= 0 && age.compareTo(circumstances.parameters().get(MAXIMUM_AGE_DAYS)) <= 0;
    }

    Optional<Coverage> coverage(Circumstances circumstances) {
        if (!circumstances.stage().equals(StemiracStage.PRE_ADMINISTRATION)) {
            return Optional.empty();
        }
        var traumatic = circumstances.facts().get(TRAUMATIC_INJURY);
        if (Boolean.FALSE.equals(traumatic)) {
            return Optional.of(Coverage.NOT_COVERED);
        }
        return Optional.of(
                switch (judge(circumstances)) {
                    case Finding.Satisfied s -> traumatic == null ? Coverage.UNKNOWN : Coverage.COVERED;
                    case Finding.NotSatisfied n -> Coverage.NOT_COVERED;
                    case Finding.Unknown u -> Coverage.UNKNOWN;
                    case Finding.NotApplicable n -> Coverage.UNKNOWN;
                });
    }
}
