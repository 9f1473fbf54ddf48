package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.HYPERSENSITIVITY_TO_COMPONENT;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.HYPERSENSITIVITY_TO_MATERIAL;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.MATERIAL_IS_COMPONENT;

import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Text;

/** S-P5. A history with a material used in making the product is unknown until the responsible physician rules on it. */
final class HypersensitivityToComponent implements Criterion<Circumstances> {
    private static final FactList HISTORY = FactList.of(HYPERSENSITIVITY_TO_COMPONENT, HYPERSENSITIVITY_TO_MATERIAL);
    private static final FactList HISTORY_AND_RULING =
            FactList.of(HYPERSENSITIVITY_TO_COMPONENT, HYPERSENSITIVITY_TO_MATERIAL, MATERIAL_IS_COMPONENT);

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-P5",
            Scope.PATIENT,
            Kind.EXCLUSION,
            StemiracStage.BOTH,
            true,
            "5【安全性に関する事項】①; 6③",
            new Text(
                    "本品の投与が禁忌とされていることから、投与を行わないこと。…本品の成分に対し過敏症の既往歴のある患者…"
                            + "本品は、ペニシリン、ストレプトマイシン及び動物由来の原料を用いて製造されており、投与後にアナフィラキシー等の過敏症状を起こす可能性がある",
                    "Contraindicated: a history of hypersensitivity to a component of the product. It is made with"
                            + " penicillin, streptomycin and material of animal origin, and hypersensitivity such as"
                            + " anaphylaxis may follow the administration."),
            HISTORY_AND_RULING.pointers(),
            new Text(
                    "製造に用いる原料（ペニシリン、ストレプトマイシン、ヒト・動物由来の原料）に対する過敏症の既往歴は、"
                            + "治療の責任者が本品の成分に対する過敏症に当たるか否かを判断するまで UNKNOWN とし、当たるとした場合に禁忌とすること",
                    "that a history with a material used in making it (penicillin, streptomycin, human- or"
                            + " animal-derived material) is UNKNOWN until the responsible physician rules whether it is"
                            + " one to a component, and contraindicates once it is"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var facts = circumstances.facts();
        var values = facts.shown(HISTORY_AND_RULING);
        var history = facts.is(HYPERSENSITIVITY_TO_MATERIAL, true);
        if (facts.is(HYPERSENSITIVITY_TO_COMPONENT, true) || (history && facts.is(MATERIAL_IS_COMPONENT, true))) {
            return Finding.of(false, values);
        }
        var missing = facts.missing(history ? HISTORY_AND_RULING : HISTORY);
        return missing.isEmpty() ? Finding.of(true, values) : Finding.unknown(values, missing);
    }
}
