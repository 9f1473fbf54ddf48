package org.saisei.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.saisei.stack.demo.Recorder.Document;

/** What the hospital records in the registry: enrolment, collections, product, plan and administration. */
final class RegistrySteps {

    private static final Duration EVENT_PATIENCE = Duration.ofSeconds(30);

    private final Api registry;
    private final Narrator narrator;

    RegistrySteps(Callers callers, Narrator narrator) {
        this.registry = callers.hospitalAtRegistry();
        this.narrator = narrator;
    }

    /** Enrols and waits until the decision has arrived from eligibility; returns the subjectId. */
    String enrol(Patient patient, String candidateId, String expectedStanding) {
        Map<String, Object> identity = Json.object(
                "nameKanji",
                "見本 症例" + patient.label(),
                "nameKana",
                "ミホン ショウレイ",
                "birthDate",
                patient.injury().minusYears(patient.ageYears()).minusDays(100).toString(),
                "medicalRecordNumber",
                "DEMO-MRN-" + patient.label());
        Map<String, Object> body = Json.object(
                "documentNumber",
                patient.document("ENROL"),
                "protocol",
                Demonstration.PROTOCOL,
                "candidateId",
                candidateId,
                "injuryDate",
                patient.injury().toString(),
                "sex",
                patient.label().hashCode() % 2 == 0 ? "MALE" : "FEMALE",
                "enrolledOn",
                patient.injury().plusDays(3).toString(),
                "identity",
                identity);
        Document document = Recorder.post(registry, "/subjects", "subjectId", body);
        String first = document.reply().text("standing");
        long started = System.nanoTime();
        String standing = first;
        while (standing.equals("PENDING")) {
            Unexpected.unless(
                    System.nanoTime() - started < EVENT_PATIENCE.toNanos(),
                    "subject " + document.id() + " is still PENDING after " + EVENT_PATIENCE.toSeconds()
                            + " s: the assessment's event has not arrived");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            standing = registry.get("/subjects/" + document.id()).expect(200).text("standing");
        }
        Unexpected.unless(
                standing.equals(expectedStanding),
                "subject " + document.id() + ": expected " + expectedStanding + ", got " + standing);
        String way = first.equals(standing)
                ? standing
                : first + " → " + standing + " after " + (System.nanoTime() - started) / 1_000_000 + " ms";
        narrator.step("症例登録 enrolment", document.id() + " " + way, document.already());
        return document.id();
    }

    /** Blood and marrow; returns the facts' ids. */
    List<String> collect(Trial.Case trialCase, Patient patient, String subjectId) {
        List<String> facts = new ArrayList<>();
        List<LocalDate> days = trialCase.bloodDays();
        BigDecimal volume = new BigDecimal(960).divide(new BigDecimal(days.size()), 0, RoundingMode.HALF_UP);
        boolean already = true;
        for (int draw = 0; draw < days.size(); draw++) {
            Map<String, Object> body = Json.object(
                    "documentNumber", patient.document("BLOOD-" + (draw + 1)),
                    "kind", "PERIPHERAL_BLOOD",
                    "collectedOn", days.get(draw).toString(),
                    "volumeMl", volume,
                    "containerNumbers", List.of(patient.document("SERUM-" + (draw + 1))));
            if (draw == 0) {
                body.put("ais", patient.aisOn(days.get(0)));
            }
            Document document = Recorder.post(registry, "/subjects/" + subjectId + "/collections", "factId", body);
            facts.add(document.id());
            already &= document.already();
        }
        Map<String, Object> marrow = Json.object(
                "documentNumber", patient.document("MARROW"),
                "kind", "BONE_MARROW",
                "collectedOn", trialCase.marrowDay().toString(),
                "volumeMl", new BigDecimal(50),
                "containerNumbers", List.of(patient.document("MARROW-1")));
        Document document = Recorder.post(registry, "/subjects/" + subjectId + "/collections", "factId", marrow);
        facts.add(document.id());
        narrator.step(
                "末梢血採取・骨髄採取 collections",
                days.size() + " × " + volume + " mL blood, 50 mL marrow on day "
                        + (trialCase.marrowDay().toEpochDay()
                                - trialCase.injury().toEpochDay()),
                already && document.already());
        return facts;
    }

    /** The lot made of the collections. */
    String make(Trial.Case trialCase, Patient patient, String subjectId, List<String> collections) {
        String lot = "LOT-DEMO-" + patient.label();
        Document document = Recorder.post(
                registry,
                "/subjects/" + subjectId + "/products",
                "factId",
                Json.object(
                        "documentNumber",
                        patient.document("PRODUCT"),
                        "lotNumber",
                        lot,
                        "outcome",
                        "RELEASED",
                        "manufacturedOn",
                        trialCase.administrationDay().minusDays(3).toString(),
                        "cells",
                        patient.cells(),
                        "volumeMl",
                        new BigDecimal(40),
                        "fromCollections",
                        collections));
        narrator.step("製品 product", lot + ", " + Patient.told(patient.cells()) + " cells", document.already());
        return lot;
    }

    /** Plans the administration within the allowed dose. */
    void planAdministration(Patient patient, LocalDate day, String subjectId, String lot) {
        Document plan = Recorder.post(
                registry,
                "/subjects/" + subjectId + "/planned-administrations",
                "planId",
                plan(patient, "PLAN", day, lot));
        narrator.step(
                "投与計画 planned administration",
                Patient.told(patient.cells()) + " of at most " + Patient.told(patient.maxCells()) + " cells at "
                        + patient.weightKg() + " kg",
                plan.already());
    }

    /** Records the administration, expecting no deviation. */
    void administer(Patient patient, LocalDate day, String subjectId, String lot) {
        Document given = Recorder.post(
                registry,
                "/subjects/" + subjectId + "/administrations",
                "factId",
                Json.object(
                        "documentNumber", patient.document("ADMINISTRATION"),
                        "lotNumber", lot,
                        "administeredOn", day.toString(),
                        "cells", patient.cells(),
                        "weightKg", patient.weightKg(),
                        "weightMeasuredOn", day.minusDays(1).toString(),
                        "productVolumeMl", new BigDecimal(40),
                        "salineVolumeMl", new BigDecimal(80),
                        "flowMlPerMin", new BigDecimal("0.8"),
                        "ais", patient.aisOn(day)));
        JsonNode deviations = given.reply().body().path("deviations");
        Unexpected.unless(
                deviations.isArray() && deviations.isEmpty(),
                given.reply().asked() + ": expected no deviation, got " + deviations);
        narrator.step(
                "投与 administration",
                "day " + (day.toEpochDay() - patient.injury().toEpochDay()) + ", no deviation 逸脱なし",
                given.already());
    }

    /** A plan with another patient's lot must be refused (S-T6). */
    void tryForeignLot(Patient patient, String subjectId, LocalDate day, String foreignLot) {
        Reply refused = registry.post(
                        "/subjects/" + subjectId + "/planned-administrations",
                        Json.tree(plan(patient, "PLAN-FOREIGN-LOT", day, foreignLot)))
                .expect(422);
        Unexpected.unless(
                refused.text("ruleId").equals("S-T6"),
                refused.asked() + ": expected a refusal by S-T6, got " + refused.body());
        narrator.check("another patient's lot " + foreignLot + " in a plan", "refused by S-T6");
    }

    private static Map<String, Object> plan(Patient patient, String kind, LocalDate day, String lot) {
        return Json.object(
                "documentNumber", patient.document(kind),
                "lotNumber", lot,
                "plannedOn", day.toString(),
                "cells", patient.cells(),
                "weightKg", patient.weightKg(),
                "weightMeasuredOn", day.minusDays(1).toString());
    }
}
