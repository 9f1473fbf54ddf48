package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.MALIGNANCY;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.TUMOUR_BENEFIT_OUTWEIGHS_RISK;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.TUMOUR_PRESENT;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.TUMOUR_WEIGHED_ON;

import java.util.List;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Text;

/**
 * S-P6.1. With a tumour present it stays unknown until benefit and risk have been weighed in writing; a weighing against
 * leaves a caution that no declaration carries.
 */
final class Malignancy implements Criterion<Circumstances> {
    private static final FactList READ =
            FactList.of(MALIGNANCY, TUMOUR_PRESENT, TUMOUR_WEIGHED_ON, TUMOUR_BENEFIT_OUTWEIGHS_RISK);
    private static final FactList WEIGHING = FactList.of(TUMOUR_WEIGHED_ON, TUMOUR_BENEFIT_OUTWEIGHS_RISK);

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-P6.1",
            Scope.PATIENT,
            Kind.CAUTION,
            StemiracStage.BOTH,
            true,
            StatedCaution.Ours.CLAUSE + "; 6③",
            StatedCaution.Ours.text(new Text(
                    "悪性腫瘍の合併又は既往のある患者…担癌患者は、本品の投与により腫瘍を増悪させる可能性があるため、治療上の有益性と危険性を考慮した上で、" + "慎重に使用の適否を判断すること。",
                    "Malignancy, present or past. With a tumour present, the product may make it worse: benefit is weighed"
                            + " against risk before judging with care whether to use it.")),
            List.of(
                    MALIGNANCY.pointer(),
                    TUMOUR_PRESENT.pointer(),
                    TUMOUR_WEIGHED_ON.pointer(),
                    TUMOUR_BENEFIT_OUTWEIGHS_RISK.pointer(),
                    StatedCaution.Ours.DECLARATION),
            new Text(
                    "担癌患者では有益性と危険性の考慮を書面で求め、記録があるまで UNKNOWN とすること、他の治療選択肢がない旨の申告に治療の責任者の理由を求めること、及び有益性が危険性を上回らないとされた場合は申告によっても推奨されないままとすること",
                    "that with a tumour present the weighing is written, and UNKNOWN until it is there, that the declaration of no other treatment option gives the responsible physician's reasons, and"
                            + " that it does not carry a patient whose weighing came out against"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var facts = circumstances.facts();
        var tumour = facts.get(TUMOUR_PRESENT);
        var malignancy = Boolean.TRUE.equals(tumour) ? Boolean.TRUE : facts.get(MALIGNANCY);
        var values = facts.shown(READ);
        if (malignancy == null) {
            return Finding.unknown(values, List.of(MALIGNANCY.pointer()));
        }
        if (!malignancy) {
            return Finding.of(true, values);
        }
        if (tumour == null) {
            return Finding.unknown(values, List.of(TUMOUR_PRESENT.pointer()));
        }
        if (!tumour) {
            return Finding.of(false, values);
        }
        var benefit = facts.get(TUMOUR_BENEFIT_OUTWEIGHS_RISK);
        return benefit == null || !facts.knows(TUMOUR_WEIGHED_ON)
                ? Finding.unknown(values, facts.missing(WEIGHING))
                : new Finding.NotSatisfied(values, benefit);
    }
}
