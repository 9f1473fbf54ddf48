package org.saisei.stack.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.saisei.stack.demo.Recorder.Document;

/** The hospital states itself and its physician, and the registrar accredits it. */
final class FacilitySteps {
    private static final String REHABILITATION = "F-DEMO-REHAB";
    private static final List<String> STATED =
            List.of("S-F1.1", "S-F1.2", "S-F1.3", "S-F1.6", "S-F4", "S-F6", "S-F7", "S-F8", "S-F9");
    private static final List<String> FILED = List.of("S-F1.4b", "S-F1.4c");

    private final Callers callers;
    private final Narrator narrator;

    FacilitySteps(Callers callers, Narrator narrator) {
        this.callers = callers;
        this.narrator = narrator;
    }

    void describe() {
        Reply facility = callers.hospitalAtEligibility()
                .create(
                        "/facilities/" + Callers.FACILITY,
                        Json.tree(Json.object(
                                "name",
                                "見本病院 Demo Hospital",
                                "attestations",
                                attestations(),
                                "links",
                                List.of(Json.object(
                                        "facilityId",
                                        REHABILITATION,
                                        "kind",
                                        "CONVALESCENT_REHABILITATION",
                                        "from",
                                        "2026-03-01",
                                        "filedOn",
                                        "2024-06-01")))))
                .expect(201, 412);
        narrator.step(
                "医療機関 facility",
                Callers.FACILITY + " attests S-F1.1 to S-F9, three of them by filings (届出)",
                facility.status() == 412);
        narrator.says("S-F1.5: linked to " + REHABILITATION + ", which filed for 回復期リハビリテーション病棟入院料１");
        Reply physician = callers.hospitalAtEligibility()
                .create(
                        "/facilities/" + Callers.FACILITY + "/physicians/" + Demonstration.PHYSICIAN,
                        Json.tree(Json.object(
                                "licensedOn",
                                "2005-05-01",
                                "training",
                                List.of(Json.object("specialty", "ORTHOPAEDICS_INCLUDING_SPINE", "years", 15)),
                                "spinalCordInjuryCases",
                                42,
                                "assessesAis",
                                true,
                                "productTrainingCompletedOn",
                                "2026-03-10",
                                "placements",
                                List.of(placement("RESPONSIBLE"), placement("CARE")))))
                .expect(201, 412);
        narrator.step(
                "治療の責任者 responsible physician",
                Demonstration.PHYSICIAN + ", 医師要件ア (S-D1); also on staff for S-F3",
                physician.status() == 412);
    }

    private static List<Map<String, Object>> attestations() {
        return Stream.of(
                        STATED.stream().map(FacilitySteps::attestation),
                        FILED.stream().map(FacilitySteps::filing),
                        Stream.of(Json.object(
                                "requirement",
                                "S-F1.4a",
                                "attestedOn",
                                "2026-03-01",
                                "filing",
                                "EARLY_MOBILISATION_REHABILITATION",
                                "filedOn",
                                "2025-10-01")))
                .flatMap(stated -> stated)
                .toList();
    }

    private static Map<String, Object> attestation(String requirement) {
        return Json.object("requirement", requirement, "attestedOn", "2026-03-01");
    }

    private static Map<String, Object> filing(String requirement) {
        return Json.object("requirement", requirement, "attestedOn", "2026-03-01", "filedOn", "2025-10-01");
    }

    private static Map<String, Object> placement(String role) {
        return Json.object("protocol", Demonstration.PROTOCOL, "role", role, "from", "2026-04-01");
    }

    void accredit() {
        Document accreditation = Recorder.post(
                callers.registrarAtEligibility(),
                "/facilities/" + Callers.FACILITY + "/accreditations",
                "accreditationId",
                Json.object(
                        "documentNumber", "DEMO-ACCREDITATION",
                        "protocol", Demonstration.PROTOCOL,
                        "from", "2026-04-01"));
        String state = accreditation.reply().text("state");
        Unexpected.unless(
                state.equals("ACCREDITED"),
                accreditation.reply().asked() + ": expected ACCREDITED, got "
                        + accreditation.reply().body());
        narrator.step("施設要件の充足 accreditation by the registrar", state + " from 2026-04-01", accreditation.already());
    }
}
