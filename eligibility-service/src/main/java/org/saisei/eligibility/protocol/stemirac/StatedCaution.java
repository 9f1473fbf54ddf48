package org.saisei.eligibility.protocol.stemirac;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Text;

/**
 * S-P6.2 to S-P6.8: cautions that a physician states, yes or no. Where the source joins two by "or", either is enough and
 * both have to be denied.
 */
enum StatedCaution implements Criterion<Circumstances> {
    ALLERGIC_DISPOSITION(
            "S-P6.2", new Text("アレルギー素因のある患者", "An allergic disposition."), null, StemiracFacts.ALLERGIC_DISPOSITION),
    HYPERCOAGULABILITY(
            "S-P6.3", new Text("凝固能が亢進している患者", "Hypercoagulability."), null, StemiracFacts.HYPERCOAGULABILITY),
    INFECTION("S-P6.4", new Text("感染症を合併している患者", "An infection."), null, StemiracFacts.INFECTION),
    LOW_WEIGHT_OR_ANAEMIA(
            "S-P6.5",
            new Text("体重が低い患者（特に小児）や貧血の患者", "Low body weight (children above all), or anaemia."),
            new Text(
                    "低体重及び貧血の有無は担当医の判断とし、基準値を設けないこと",
                    "that what low weight and anaemia are is the physician's judgement, without a threshold"),
            StemiracFacts.LOW_BODY_WEIGHT,
            StemiracFacts.ANAEMIA),
    EXTREMELY_POOR_GENERAL_CONDITION(
            "S-P6.6",
            new Text(
                    "全身状態が極めて不良な患者（例：内分泌代謝疾患、循環器疾患、呼吸器系の疾患、消化器系の疾患、重度の多発性外傷、多臓器障害等）",
                    "An extremely poor general condition (e.g. endocrine or metabolic, circulatory, respiratory or digestive"
                            + " disease, severe multiple trauma, multi-organ failure)."),
            Ours.PROMPTS,
            StemiracFacts.EXTREMELY_POOR_GENERAL_CONDITION),
    SEVERE_INTRACRANIAL_OR_VASCULAR_LESION(
            "S-P6.7",
            new Text(
                    "重度の頭蓋内病変、主要血管の高度狭窄、解離性大動脈瘤、強い動脈硬化性変化、重度の石灰化等が認められる患者",
                    "A severe intracranial lesion, severe stenosis of a main vessel, a dissecting aortic aneurysm, strong"
                            + " arteriosclerotic change, severe calcification or the like."),
            Ours.PROMPTS,
            StemiracFacts.SEVERE_INTRACRANIAL_OR_VASCULAR_LESION),
    SEVERE_SPINAL_DISEASE(
            "S-P6.8",
            new Text(
                    "重度の脊髄・脊椎疾患（骨粗鬆症、脊髄腫瘍、脊髄血管奇形、脊髄空洞症等）を認める患者",
                    "A severe disease of the spine or spinal cord (osteoporosis, spinal cord tumour, vascular malformation,"
                            + " syringomyelia or the like)."),
            Ours.PROMPTS,
            StemiracFacts.SEVERE_SPINAL_DISEASE);

    /** What every caution of the source says and shares. */
    static final class Ours {
        static final String CLAUSE = "5【安全性に関する事項】②";

        /** Where the declaration stands in an assessment. */
        static final String DECLARATION = "/noOtherTreatmentOption";

        private static final Text NOT_RECOMMENDED = new Text(
                "治療前の評価において下記に該当する患者については、本品の投与は推奨されないが、他の治療選択肢がない場合に限り、慎重に本品を使用することを考慮できる。…",
                "Not recommended, and considered with care only where there is no other treatment option: ");
        private static final Text REASONS = new Text(
                "他の治療選択肢がない旨の申告に治療の責任者の理由を求め、一つの申告が該当するすべての事項に及ぶこと",
                "that the declaration of no other treatment option gives the responsible physician's reasons, and covers every"
                        + " caution present");
        static final Text PROMPTS = new Text(
                "該当の有無は担当医の判断とし、列挙された疾患は判断の手掛かりであって、それのみで該当するものとしないこと",
                "that it is the physician's judgement: the diseases named are prompts, and none of them decides it alone");

        private Ours() {}

        static Text text(Text caution) {
            return joined(NOT_RECOMMENDED, caution, "");
        }

        static Text ours(@Nullable Text more) {
            return more == null ? REASONS : joined(more, REASONS, "、及び", ", and ");
        }

        private static Text joined(Text one, Text other, String between) {
            return joined(one, other, between, between);
        }

        private static Text joined(Text one, Text other, String ja, String en) {
            return new Text(one.ja() + ja + other.ja(), one.en() + en + other.en());
        }
    }

    private final CriterionInfo info;
    private final List<Fact<Boolean>> facts;
    private final FactList read;

    @SafeVarargs
    StatedCaution(String id, Text text, @Nullable Text ours, Fact<Boolean>... facts) {
        this.facts = List.of(facts);
        this.read = FactList.of(facts);
        this.info = new CriterionInfo(
                id,
                Scope.PATIENT,
                Kind.CAUTION,
                StemiracStage.BOTH,
                true,
                Ours.CLAUSE,
                Ours.text(text),
                Stream.concat(read.pointers().stream(), Stream.of(Ours.DECLARATION))
                        .toList(),
                Ours.ours(ours));
    }

    @Override
    public CriterionInfo info() {
        return info;
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var known = circumstances.facts();
        var values = known.shown(read);
        if (known.anyIs(facts, true)) {
            return Finding.of(false, values);
        }
        var missing = known.missing(read);
        return missing.isEmpty() ? Finding.of(true, values) : Finding.unknown(values, missing);
    }
}
