package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.AGE_YEARS;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PAEDIATRIC_AGE_CONSIDERED;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PAEDIATRIC_GENERAL_CONDITION_CONSIDERED;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PAEDIATRIC_IN_FAVOUR;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PAEDIATRIC_WEIGHED_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PAEDIATRIC_WEIGHT_CONSIDERED;

import java.util.List;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Text;

/** S-P4. A weighing against, or one that left something out, is known; the rest is unknown until it is recorded. */
final class PaediatricWeighing implements Criterion<Circumstances> {
    private static final List<Fact<Boolean>> STATEMENTS = List.of(
            PAEDIATRIC_AGE_CONSIDERED,
            PAEDIATRIC_WEIGHT_CONSIDERED,
            PAEDIATRIC_GENERAL_CONDITION_CONSIDERED,
            PAEDIATRIC_IN_FAVOUR);
    private static final FactList WEIGHING = FactList.of(
            PAEDIATRIC_WEIGHED_ON,
            PAEDIATRIC_AGE_CONSIDERED,
            PAEDIATRIC_WEIGHT_CONSIDERED,
            PAEDIATRIC_GENERAL_CONDITION_CONSIDERED,
            PAEDIATRIC_IN_FAVOUR);
    private static final FactList READ = FactList.of(
            AGE_YEARS,
            PAEDIATRIC_WEIGHED_ON,
            PAEDIATRIC_AGE_CONSIDERED,
            PAEDIATRIC_WEIGHT_CONSIDERED,
            PAEDIATRIC_GENERAL_CONDITION_CONSIDERED,
            PAEDIATRIC_IN_FAVOUR);

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-P4",
            Scope.PATIENT,
            Kind.REQUIREMENT,
            StemiracStage.BOTH,
            true,
            "5【患者選択について】小児患者",
            new Text(
                    "小児患者に対する本品の投与経験はなく、本品の有効性及び安全性に関する臨床試験結果はない。本品の製造には一定期間内に骨髄液（50 mL）及び末梢血（総量として 960"
                            + " mL）の採取が必要となり、成人に比べて循環血液量が少ない小児においては採取に伴う有害事象の発現リスクが高いと考えられる。"
                            + "以上から、小児患者に対する本品の投与の可否については、患者の年齢、体重、全身状態等を極めて慎重に検討すること。",
                    "No child has been given the product and no trial tells of its efficacy and safety in"
                            + " children. 50 mL of marrow and 960 mL of blood in all have to be collected within a"
                            + " limited time, which is riskier in children, who have less circulating blood. So"
                            + " whether a child is given it is weighed with extreme care by age, weight, general"
                            + " condition and the like."),
            READ.pointers(),
            new Text(
                    Childhood.OURS.ja()
                            + "、治療の責任者による書面での検討を求め、記録があるまで UNKNOWN"
                            + " とすること、及び検討の結果が否である場合又は年齢、体重、全身状態のいずれかを検討していない場合は満たさないとし、申告によっても覆らないこと",
                    Childhood.OURS.en()
                            + ", that the responsible physician's weighing is written, and UNKNOWN until it is"
                            + " there, and that one against, or one that left out age, weight or general"
                            + " condition, is a no that nothing overrides"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Childhood.CHILD_AGE_YEARS);
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        return Childhood.ofChild(circumstances, () -> weighing(circumstances));
    }

    private static Finding weighing(Circumstances circumstances) {
        var facts = circumstances.facts();
        var values = facts.shown(READ);
        if (facts.anyIs(STATEMENTS, false)) {
            return Finding.of(false, values);
        }
        var missing = facts.missing(WEIGHING);
        return missing.isEmpty() ? Finding.of(true, values) : Finding.unknown(values, missing);
    }
}
