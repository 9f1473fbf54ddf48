package org.saisei.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.saisei.stack.demo.Recorder.Document;

/** What the hospital asks of the eligibility service: may this patient be treated, is this dose allowed. */
final class EligibilitySteps {

    private final Api eligibility;
    private final Narrator narrator;

    EligibilitySteps(Callers callers, Narrator narrator) {
        this.eligibility = callers.hospitalAtEligibility();
        this.narrator = narrator;
    }

    /** When what is planned, or was done as planned. */
    record Plan(LocalDate firstBlood, LocalDate marrow, LocalDate lastBlood, LocalDate administration) {
        static Plan of(Trial.Case trialCase) {
            return new Plan(
                    trialCase.bloodDays().get(0),
                    trialCase.marrowDay(),
                    trialCase.bloodDays().get(trialCase.bloodDays().size() - 1),
                    trialCase.administrationDay());
        }
    }

    /** Assesses at PLANNING, expecting that decision; returns the candidateId. */
    String assessForPlanning(Patient patient, Plan plan, String expectedDecision) {
        Map<String, Object> body =
                assessment(patient, "PLANNING", patient.injury().plusDays(3), plan);
        Document document = Recorder.post(eligibility, "/assessments", "assessmentId", body);
        String decision = document.reply().text("decision");
        Unexpected.unless(
                decision.equals(expectedDecision),
                document.reply().asked() + ": expected " + expectedDecision + ", got " + decision + " "
                        + document.reply().body().path("verdicts"));
        narrator.step("適格性評価 assessment, PLANNING", decision, document.already());
        return document.reply().text("candidateId");
    }

    /** Assesses immediately before the administration, expecting ELIGIBLE and insurance coverage. */
    void assessBeforeAdministration(Patient patient, Plan plan, String candidateId) {
        LocalDate day = plan.administration();
        Map<String, Object> stated = Json.object("affirmed", true, "statedOn", day.toString());
        Map<String, Object> body = assessment(
                patient,
                "PRE_ADMINISTRATION",
                day,
                plan,
                "firstCollectionOn",
                plan.firstBlood().toString(),
                "materialsRead",
                stated,
                "clinicalNecessityWeighed",
                stated,
                "judgedAppropriate",
                stated);
        body.put("candidateId", candidateId);
        Document before = Recorder.post(eligibility, "/assessments", "assessmentId", body);
        String decision = before.reply().text("decision");
        String coverage = before.reply().text("coverage");
        Unexpected.unless(
                decision.equals("ELIGIBLE") && coverage.equals("COVERED"),
                before.reply().asked() + ": expected ELIGIBLE and COVERED, got " + decision + " and " + coverage);
        narrator.step(
                "適格性評価 assessment, PRE_ADMINISTRATION",
                decision + ", 保険適用 insurance " + coverage + " (AIS " + patient.ais() + ")",
                before.already());
    }

    /** The verdicts that speak against the patient in the last assessment, as the service words them. */
    void tellWhy(Patient patient, String rule) {
        Reply list = eligibility
                .get("/assessments?documentNumber=" + patient.document("PLANNING"))
                .expect(200);
        for (JsonNode verdict : list.body().path("items").path(0).path("verdicts")) {
            if (verdict.path("criterion").asText().equals(rule)) {
                narrator.check(
                        rule + " " + verdict.path("verdict").asText(),
                        verdict.path("text").path("ja").asText() + " / "
                                + verdict.path("text").path("en").asText());
                return;
            }
        }
        throw new Unexpected(list.asked() + ": no verdict of " + rule + " in " + list.body());
    }

    /** One cell above the maximum must be refused, the maximum itself allowed (S-T2). */
    void tryDoseLimit(Patient patient, LocalDate day) {
        Map<String, Object> plan = Json.object(
                "protocol", Demonstration.PROTOCOL,
                "weightKg", patient.weightKg(),
                "weightMeasuredOn", day.minusDays(1).toString(),
                "plannedCells", patient.maxCells());
        eligibility.post("/treatment-plans", Json.tree(plan)).expect(200);
        plan.put("plannedCells", patient.maxCells().add(BigDecimal.ONE));
        Reply refused = eligibility.post("/treatment-plans", Json.tree(plan)).expect(422);
        Unexpected.unless(
                refused.text("ruleId").equals("S-T2"),
                refused.asked() + ": expected a refusal by S-T2, got " + refused.body());
        narrator.check(
                "dose check at " + patient.weightKg() + " kg",
                patient.maxCells().toPlainString() + " cells allowed, one more refused by S-T2");
    }

    /** @param more names and values of further facts, by turns */
    private static Map<String, Object> assessment(
            Patient patient, String stage, LocalDate day, Plan plan, Object... more) {
        String informedOn = patient.injury().plusDays(2).toString();
        Map<String, Object> facts = Json.object(
                "ageYears",
                patient.ageYears(),
                "weightKg",
                patient.weightKg(),
                "injuryDate",
                patient.injury().toString(),
                "traumaticInjury",
                true,
                "ais",
                patient.aisOn(day),
                "hypersensitivityToComponent",
                patient.hypersensitive(),
                "hypersensitivityToMaterial",
                false,
                "malignancy",
                false,
                "allergicDisposition",
                false,
                "hypercoagulability",
                false,
                "infection",
                false,
                "lowBodyWeight",
                false,
                "anaemia",
                false,
                "extremelyPoorGeneralCondition",
                false,
                "severeIntracranialOrVascularLesion",
                false,
                "severeSpinalDisease",
                false,
                "bloodPressure",
                Json.object("systolicMmHg", 124, "diastolicMmHg", 78, "notControllable", false),
                "consent",
                Json.object(
                        "explainedOn", informedOn,
                        "given", true,
                        "consentedOn", informedOn,
                        "teamToldOn", informedOn),
                "plannedFirstBloodCollectionOn",
                plan.firstBlood().toString(),
                "plannedMarrowCollectionOn",
                plan.marrow().toString(),
                "plannedLastBloodCollectionOn",
                plan.lastBlood().toString(),
                "plannedAdministrationOn",
                plan.administration().toString());
        facts.putAll(Json.object(more));
        return Json.object(
                "documentNumber",
                patient.document(stage),
                "protocol",
                Demonstration.PROTOCOL,
                "stage",
                stage,
                "assessedOn",
                day.toString(),
                "responsiblePhysicianId",
                Demonstration.PHYSICIAN,
                "declaredPhysicianRequirement",
                "S-D1",
                "facts",
                facts);
    }
}
