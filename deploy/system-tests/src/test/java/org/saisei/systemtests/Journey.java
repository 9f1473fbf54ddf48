package org.saisei.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.saisei.stack.ServiceName;

/** One hospital's steps through the three services, with data that every step accepts. */
final class Journey {
    private static final String INJURED_ON = "2026-04-10";
    private final Stack stack;
    private final String facility = "F-" + UUID.randomUUID().toString().substring(0, 8);

    Journey(Stack stack) {
        this.stack = stack;
    }

    String facility() {
        return facility;
    }

    static String document() {
        return "D-" + UUID.randomUUID();
    }

    Caller hospital(ServiceName service) {
        return stack.hospital(service, facility);
    }

    /** Every requirement stated, one physician for S-F2 (S-D1) and S-F3, accredited from 2026-04-01. */
    Journey accredited() {
        var eligibility = hospital(ServiceName.ELIGIBILITY);
        eligibility.create("/facilities/" + facility, json("""
                        {"name": "再生病院",
                         "attestations": [
                           {"requirement": "S-F1.1", "attestedOn": "2026-04-01"},
                           {"requirement": "S-F1.2", "attestedOn": "2026-04-01"},
                           {"requirement": "S-F1.3", "attestedOn": "2026-04-01"},
                           {"requirement": "S-F1.4a", "attestedOn": "2026-04-01",
                            "filing": "ADL_MAINTENANCE_ADMISSION", "filedOn": "2025-04-01"},
                           {"requirement": "S-F1.4b", "attestedOn": "2026-04-01", "filedOn": "2025-04-01"},
                           {"requirement": "S-F1.4c", "attestedOn": "2026-04-01", "filedOn": "2025-04-01"},
                           {"requirement": "S-F1.6", "attestedOn": "2026-04-01"},
                           {"requirement": "S-F4", "attestedOn": "2026-04-01"},
                           {"requirement": "S-F6", "attestedOn": "2026-04-01"},
                           {"requirement": "S-F7", "attestedOn": "2026-04-01"},
                           {"requirement": "S-F8", "attestedOn": "2026-04-01"},
                           {"requirement": "S-F9", "attestedOn": "2026-04-01"}],
                         "links": [{"facilityId": "F-REHAB-01", "kind": "CONVALESCENT_REHABILITATION",
                                    "from": "2026-04-01", "filedOn": "2024-06-01"}]}
                        """)).expect(201);
        eligibility
                .create("/facilities/" + facility + "/physicians/DR-1", json("""
                        {"licensedOn": "2000-04-01",
                         "training": [{"specialty": "ORTHOPAEDICS_INCLUDING_SPINE", "years": 12}],
                         "spinalCordInjuryCases": 45, "assessesAis": true,
                         "productTrainingCompletedOn": "2026-03-01",
                         "placements": [{"protocol": "STEMIRAC", "role": "RESPONSIBLE", "from": "2026-04-01"},
                                        {"protocol": "STEMIRAC", "role": "CARE", "from": "2026-04-01"}]}
                        """))
                .expect(201);
        var answer = stack.caller(ServiceName.ELIGIBILITY, "registrar", null)
                .post("/facilities/" + facility + "/accreditations", json("""
                        {"documentNumber": "%s", "protocol": "STEMIRAC", "from": "2026-04-01"}
                        """, document()))
                .expect(201);
        if (!answer.text("state").equals("ACCREDITED")) {
            throw new AssertionError(answer.body());
        }
        return this;
    }

    /** An assessment at PLANNING with everything known; AIS decides. */
    Reply assess(String ais) {
        return hospital(ServiceName.ELIGIBILITY)
                .post("/assessments", assessment(ais))
                .expect(201);
    }

    JsonNode assessment(String ais) {
        return json("""
                {"documentNumber": "%s", "protocol": "STEMIRAC", "stage": "PLANNING", "assessedOn": "2026-04-20",
                 "responsiblePhysicianId": "DR-1",
                 "facts": {"ageYears": 54, "weightKg": 72.4, "injuryDate": "%s", "traumaticInjury": true,
                           "ais": {"grade": "%s", "assessedOn": "2026-04-20"},
                           "hypersensitivityToComponent": false, "hypersensitivityToMaterial": false,
                           "malignancy": false, "allergicDisposition": false, "hypercoagulability": false,
                           "infection": false, "lowBodyWeight": false, "anaemia": false,
                           "extremelyPoorGeneralCondition": false, "severeIntracranialOrVascularLesion": false,
                           "severeSpinalDisease": false,
                           "bloodPressure": {"systolicMmHg": 124, "diastolicMmHg": 78, "notControllable": false},
                           "consent": {"explainedOn": "2026-04-18", "given": true, "consentedOn": "2026-04-19",
                                       "teamToldOn": "2026-04-18"},
                           "plannedFirstBloodCollectionOn": "2026-04-24", "plannedMarrowCollectionOn": "2026-05-01",
                           "plannedLastBloodCollectionOn": "2026-05-10",
                           "plannedAdministrationOn": "2026-05-28"}}
                """, document(), INJURED_ON, ais);
    }

    Reply enrol(String candidateId) {
        return hospital(ServiceName.REGISTRY).post("/subjects", enrolment(candidateId, Identity.random()));
    }

    /** What only the registry's identity store may hold. */
    record Identity(String kanji, String kana, String birthDate, String recordNumber) {
        static Identity random() {
            var id = UUID.randomUUID().toString().substring(0, 8);
            return new Identity("患者" + id, "カンジャ" + id, "1972-03-04", "MRN-" + id);
        }
    }

    JsonNode enrolment(String candidateId, Identity identity) {
        return json(
                """
                {"documentNumber": "%s", "protocol": "STEMIRAC", "candidateId": "%s", "injuryDate": "%s", "sex": "MALE",
                 "enrolledOn": "2026-04-21",
                 "identity": {"nameKanji": "%s", "nameKana": "%s", "birthDate": "%s", "medicalRecordNumber": "%s"}}
                """,
                document(),
                candidateId,
                INJURED_ON,
                identity.kanji(),
                identity.kana(),
                identity.birthDate(),
                identity.recordNumber());
    }

    String standing(String subjectId) {
        return hospital(ServiceName.REGISTRY)
                .get("/subjects/" + subjectId)
                .expect(200)
                .text("standing");
    }

    JsonNode collection() {
        return json("""
                {"documentNumber": "%s", "kind": "BONE_MARROW", "collectedOn": "2026-05-01", "volumeMl": 50,
                 "containerNumbers": ["C-%s"]}
                """, document(), UUID.randomUUID().toString().substring(0, 8));
    }

    JsonNode report(String subjectId) {
        return report(subjectId, "Short of breath during the infusion.");
    }

    JsonNode report(String subjectId, String narrative) {
        return json("""
                {"documentNumber": "%s", "protocol": "STEMIRAC", "awareOn": "2026-06-02",
                 "patient": {"subjectId": "%s"},
                 "reporter": {"profession": "PHYSICIAN", "reference": "DR-1"},
                 "suspects": [{"suspect": "PRODUCT", "causality": "POSSIBLE"}],
                 "reaction": {"term": {"dictionary": "SAISEI-TRIAL", "version": "1.0", "code": "%s"},
                              "onsetOn": "2026-06-01", "seriousness": ["HOSPITALISATION"]},
                 "narrative": "%s"}
                """, document(), subjectId, term(), narrative);
    }

    private String term() {
        return hospital(ServiceName.ADVERSE_EVENT)
                .get("/dictionaries/SAISEI-TRIAL/1.0/terms")
                .expect(200)
                .body()
                .at("/items/0/code")
                .asText();
    }

    static JsonNode json(String template, Object... values) {
        try {
            return Caller.JSON.readTree(template.formatted(values));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
