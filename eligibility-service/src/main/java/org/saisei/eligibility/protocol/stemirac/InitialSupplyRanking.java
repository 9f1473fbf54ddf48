package org.saisei.eligibility.protocol.stemirac;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.PriorityRule;
import org.saisei.eligibility.protocol.Text;

/**
 * S-P3. While supply is limited, AIS A comes before B and C, which are equal. Within a group whoever was injured earlier
 * comes first, then whoever was first assessed earlier; a day past the guide for the marrow is flagged without costing the
 * place.
 */
final class InitialSupplyRanking implements PriorityRule {
    private static final String CLAUSE = "通知(3)②; 5【患者選択について】";

    static final Parameter INITIAL_SUPPLY = new Parameter(
            "initialSupplyRanking",
            "0 or 1",
            BigDecimal.ONE,
            true,
            "S-P3",
            new Text(
                    "供給当初の優先順位付け（AIS A を優先する：1、しない：0）",
                    "ranking of the initial supply period: AIS A first (1), or no groups (0)"),
            Parameter.Range.of(0, 1));
    static final Parameter WAITING_LIST_DAYS = new Parameter(
            "waitingListDays",
            "days",
            new BigDecimal("31"),
            true,
            "S-P3",
            new Text(
                    "待機リストに載る期間（評価日からの日数、当日を含む）",
                    "days after the assessment through which a place on the waiting list is kept, that day included"),
            Parameter.Range.of(1, 365));

    static final List<Parameter> PARAMETERS =
            List.of(INITIAL_SUPPLY, WAITING_LIST_DAYS, MarrowCollectionWithinGuide.GUIDE_DAYS);

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-P3",
            Scope.PATIENT,
            Kind.PRIORITY,
            Set.of(StemiracStage.PLANNING),
            true,
            CLAUSE,
            new Text(
                    "供給当初においては、AIS が A の患者を中心とした投与が適切であるとされていることから、供給可能量も踏まえ Aの患者を優先して対応すること。…" + "本品は供給当初製造数が限られていること",
                    "As few products can be made at first, patients with AIS A come before others in the initial"
                            + " supply period; AIS B and C are eligible all the same."),
            List.of(StemiracFacts.AIS_GRADE.pointer(), StemiracFacts.INJURY_DATE.pointer()),
            new Text(
                    "AIS B と C を同順位とし、各群では受傷からの日数が多い患者を先、受傷日が不明の患者を最後とすること、受傷日が同じ患者は最初の適格性評価の評価日が早い順、評価日も同じであれば"
                            + "その評価の番号の順とすること、受傷からの日数がパラメータ marrowCollectionGuideDays を超えた患者に印を付けて順位を下げないこと、計画時の評価が"
                            + " ELIGIBLE 又は ELIGIBLE_WITH_CAUTION でなくなった患者、その評価日からパラメータ waitingListDays の日数を過ぎた患者、その後に他の段階で"
                            + " INELIGIBLE 又は NOT_RECOMMENDED とされた患者、登録された患者及び登録を拒否された患者を外すこと、施設の認定が当日有効でない患者を載せないこと、並びにパラメータ"
                            + " initialSupplyRanking により AIS による群を設けないことができること",
                    "that AIS B and C are equal; that within a group those with more days since injury come first,"
                            + " and those whose day of injury is not known last; that of those injured on the same"
                            + " day whoever was first assessed on the earlier day comes first, and then by the id of"
                            + " that assessment; that days since injury past the parameter"
                            + " marrowCollectionGuideDays are flagged and cost no place; that a patient"
                            + " leaves whose assessment for the plan is no longer ELIGIBLE or ELIGIBLE_WITH_CAUTION,"
                            + " or is older than the days of the parameter waitingListDays, who is found INELIGIBLE"
                            + " or NOT_RECOMMENDED at another stage after it, or who is enrolled or refused; that a"
                            + " patient has no place while the facility's accreditation is not in force; and that"
                            + " the parameter initialSupplyRanking can do away with the groups"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public String stage() {
        return StemiracStage.PLANNING;
    }

    @Override
    public BigDecimal keptForDays(Parameters parameters) {
        return parameters.get(WAITING_LIST_DAYS);
    }

    @Override
    public Fact<?> groupedBy() {
        return StemiracFacts.AIS_GRADE;
    }

    @Override
    public List<Set<String>> groups(Parameters parameters) {
        var others = Set.of(AisGrade.B.name(), AisGrade.C.name());
        return isInitialSupply(parameters)
                ? List.of(Set.of(AisGrade.A.name()), others)
                : List.of(Set.of(AisGrade.A.name(), AisGrade.B.name(), AisGrade.C.name()));
    }

    @Override
    public Fact<LocalDate> since() {
        return StemiracFacts.INJURY_DATE;
    }

    @Override
    public Reason reason(Place place, Parameters parameters) {
        var codes = new ArrayList<String>();
        var ja = new StringBuilder();
        var en = new StringBuilder();
        if (!isInitialSupply(parameters)) {
            codes.add("NO_GROUPS");
            ja.append("供給当初の優先順位付けは行われていない。");
            en.append("The ranking of the initial supply period is off.");
        } else if (AisGrade.A.name().equals(place.code())) {
            codes.add("AIS_A_FIRST");
            ja.append("AIS A：供給当初において優先する。");
            en.append("AIS A: first in the initial supply period.");
        } else {
            codes.add("AIS_B_C_AFTER_A");
            ja.append("AIS ").append(place.code()).append("：供給当初において AIS A の次とする（B と C は同順位）。");
            en.append("AIS ")
                    .append(place.code())
                    .append(": after AIS A in the initial supply period; B and C are equal.");
        }
        var since = place.since();
        if (since == null) {
            codes.add("DAYS_SINCE_INJURY_UNKNOWN");
            ja.append("受傷日が不明のため、群の最後とする。");
            en.append(" The day of the injury is not known: last of its group.");
        } else {
            var days = ChronoUnit.DAYS.between(since, place.on());
            var guide = parameters.get(MarrowCollectionWithinGuide.GUIDE_DAYS);
            codes.add("DAYS_SINCE_INJURY");
            ja.append("受傷から ").append(days).append(" 日。");
            en.append(' ').append(days).append(" days since the injury.");
            if (BigDecimal.valueOf(days).compareTo(guide) > 0) {
                codes.add("PAST_MARROW_GUIDE");
                ja.append("骨髄液採取の目安（").append(guide.toPlainString()).append(" 日）を過ぎているが、順位は下げない。");
                en.append(" Past the guide for the marrow collection (")
                        .append(guide.toPlainString())
                        .append(" days), which costs no place.");
            }
        }
        return new Reason(codes, new Text(ja.toString(), en.toString()));
    }

    private static boolean isInitialSupply(Parameters parameters) {
        return parameters.get(INITIAL_SUPPLY).signum() != 0;
    }
}
