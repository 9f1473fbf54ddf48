package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.CONSENTED_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.CONSENT_EXPLAINED_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.CONSENT_GIVEN;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.FIRST_COLLECTION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PLANNED_FIRST_BLOOD_COLLECTION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PLANNED_MARROW_COLLECTION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.TEAM_TOLD_ON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Text;

/**
 * S-P7. Consent counts from the day on which it has been explained and then given. Before the first collection it is as
 * it should be; after that it departs from the rule. It precedes the administration, as the assessment does that knows of
 * it. Days are all that is known, so a day counts as before itself.
 */
final class InformedConsent implements Criterion<Circumstances> {
    private static final FactList CONSENT =
            FactList.of(CONSENT_EXPLAINED_ON, CONSENT_GIVEN, CONSENTED_ON, TEAM_TOLD_ON);
    private static final FactList SHOWN = FactList.of(
            CONSENT_EXPLAINED_ON,
            CONSENT_GIVEN,
            CONSENTED_ON,
            TEAM_TOLD_ON,
            FIRST_COLLECTION_ON,
            PLANNED_FIRST_BLOOD_COLLECTION_ON,
            PLANNED_MARROW_COLLECTION_ON);
    private static final List<Fact<LocalDate>> FIRST_PLANNED =
            List.of(PLANNED_FIRST_BLOOD_COLLECTION_ON, PLANNED_MARROW_COLLECTION_ON);

    private static final Text AFTER_FIRST_COLLECTION = new Text(
            "説明又は同意が最初の採取より後である（投与よりは前）。",
            "Explanation or consent came after the first collection, though before the administration.");

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-P7",
            Scope.PATIENT,
            Kind.REQUIREMENT,
            StemiracStage.BOTH,
            true,
            "4③-2; 6②",
            new Text(
                    "脊髄損傷の診療、並びに骨髄穿刺及び自己血貯血に携わる専門的な知識及び技能を有する医療従事者が不具合・副作用のモニタリングを含め主治医と情報を共有できるチーム医療体制が整備されていること。"
                            + "なお、その体制について、患者とその家族に十分に周知されていること。…"
                            + "治療開始に先立ち、患者又はその家族に有効性及び危険性を十分説明し、同意を得てから投与すること。",
                    "Before treatment starts, efficacy and risks are fully explained to the patient or family and consent"
                            + " is obtained. Patient and family are told of the team that monitors for malfunctions and"
                            + " adverse reactions (S-F8)."),
            List.of(
                    CONSENT_EXPLAINED_ON.pointer(),
                    CONSENT_GIVEN.pointer(),
                    CONSENTED_ON.pointer(),
                    TEAM_TOLD_ON.pointer(),
                    FIRST_COLLECTION_ON.pointer(),
                    PLANNED_FIRST_BLOOD_COLLECTION_ON.pointer(),
                    PLANNED_MARROW_COLLECTION_ON.pointer()),
            new Text(
                    "治療開始を最初の採取とし、説明及び同意の遅い方の日が最初の採取より後である場合は満たすが逸脱とすること（評価は投与より前に行うため、投与よりは前である）、同意が得られなかった場合は満たさないとすること、"
                            + "採取と同日の説明及び同意は先立つものとみなすこと（日のみを記録するため）、説明より前の同意は同意とせず UNKNOWN とすること、計画時は最初の採取の予定日によること（同意がこれより後であれば、採取を行った日が分かるまで UNKNOWN とすること）、並びに患者とその家族にチーム医療体制を周知した日の記録を求めること",
                    "that treatment starts with the first collection; that explanation or consent after it is met with a"
                            + " deviation (it precedes the administration, as the assessment does), and refused not"
                            + " met; that the same day counts as before, since days are all that is recorded; that a"
                            + " consent from before the explanation is none, and UNKNOWN; that when the plan is made"
                            + " the first collection planned counts, and if consent came later it is UNKNOWN until it"
                            + " is known on which day something was collected; and that the day on which patient and"
                            + " family were told of the team is asked for"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var facts = circumstances.facts();
        var values = facts.shown(SHOWN);
        var informed = latest(facts.get(CONSENT_EXPLAINED_ON), facts.get(CONSENTED_ON));
        if (facts.is(CONSENT_GIVEN, false)) {
            return Finding.of(false, values);
        }
        var missing = new ArrayList<>(facts.missing(CONSENT));
        if (consentedBeforeExplanation(facts)) {
            missing.add(CONSENTED_ON.pointer());
        }
        var collected = facts.get(FIRST_COLLECTION_ON);
        if (collected == null) {
            firstCollectionAsked(circumstances, informed).ifPresent(fact -> missing.add(fact.pointer()));
        }
        if (informed == null || !missing.isEmpty()) {
            return Finding.unknown(values, missing);
        }
        var late = collected != null && informed.isAfter(collected);
        return new Finding.Satisfied(values, late ? AFTER_FIRST_COLLECTION : null);
    }

    private static boolean consentedBeforeExplanation(Facts facts) {
        var explained = facts.get(CONSENT_EXPLAINED_ON);
        var consented = facts.get(CONSENTED_ON);
        return explained != null && consented != null && consented.isBefore(explained);
    }

    /**
     * What has to be known of the first collection, of which no day is known. While the plan is made a day planned is enough
     * if consent comes before it; a day planned that has passed does not show that something was collected on it.
     */
    private static Optional<Fact<LocalDate>> firstCollectionAsked(
            Circumstances circumstances, @Nullable LocalDate informed) {
        if (!circumstances.stage().equals(StemiracStage.PLANNING)) {
            return Optional.of(FIRST_COLLECTION_ON);
        }
        var facts = circumstances.facts();
        if (!facts.knows(PLANNED_FIRST_BLOOD_COLLECTION_ON)) {
            return Optional.of(PLANNED_FIRST_BLOOD_COLLECTION_ON);
        }
        return informed != null && isAfterAny(FIRST_PLANNED, facts, informed)
                ? Optional.of(FIRST_COLLECTION_ON)
                : Optional.empty();
    }

    private static boolean isAfterAny(List<Fact<LocalDate>> steps, Facts facts, LocalDate day) {
        for (var step : steps) {
            var on = facts.get(step);
            if (on != null && day.isAfter(on)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable LocalDate latest(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
