package org.saisei.eligibility.assessment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.saisei.eligibility.Hospital.ais;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class ReplayIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @Test
    void anAssessmentIsJudgedAgainToTheSameResultWhateverHasChangedSince() {
        var assessment = hospital.assess(with(Hospital.facts(), "plannedMarrowCollectionOn", "2026-05-07"));
        hospital.restate(
                        "/facilities/" + hospital.facilityId() + "/physicians/DR-0001",
                        with(Hospital.physician(), "placements", List.of()),
                        "\"1\"")
                .then()
                .statusCode(200);
        hospital.assess(Hospital.facts()).then().body("decision", equalTo("INDETERMINATE"));

        hospital.post("/assessments/" + assessment.path("assessmentId") + "/replay", Map.of())
                .then()
                .statusCode(200)
                .body("same", equalTo(true))
                .body("differences", hasSize(0))
                .body("decision", equalTo("ELIGIBLE"))
                .body("verdicts.verdict", equalTo(assessment.path("verdicts.verdict")));
    }

    @Test
    void aKeptResultThatDoesNotFollowFromItsInputsIsFoundOut() throws Exception {
        var assessment = hospital.assess(Hospital.facts());
        try (var superuser = Database.pastTriggers();
                var tamper = superuser.prepareStatement(
                        "UPDATE assessment SET facts = jsonb_set(facts, '{traumaticInjury}', 'false')"
                                + " WHERE assessment_id = ?::uuid")) {
            tamper.setString(1, assessment.path("assessmentId"));
            tamper.executeUpdate();
        }

        hospital.post("/assessments/" + assessment.path("assessmentId") + "/replay", Map.of())
                .then()
                .body("same", equalTo(false))
                .body("differences", contains("S-P1"))
                .body("decision", equalTo("INELIGIBLE"));
    }

    @Test
    @Tag("S-N1")
    void anAssessmentUnderAVersionThatIsNoLongerCarriedIsReadButNotJudgedAgain() throws Exception {
        var assessment = hospital.assess(Hospital.facts());
        String candidate = assessment.path("candidateId");
        var path = "/assessments/" + assessment.path("assessmentId");
        try (var superuser = Database.pastTriggers();
                var tamper = superuser.prepareStatement(
                        "UPDATE assessment SET protocol_version = '2018-12-28' WHERE assessment_id = ?::uuid")) {
            tamper.setString(1, assessment.path("assessmentId"));
            tamper.executeUpdate();
        }

        hospital.get(path)
                .then()
                .statusCode(200)
                .body("protocolVersion", equalTo("2018-12-28"))
                .body("decision", equalTo("ELIGIBLE"))
                .body("facts", equalTo(assessment.path("facts")))
                .body("verdicts", equalTo(assessment.path("verdicts")));
        hospital.get("/assessments?candidateId=" + candidate).then().body("items.decision", contains("ELIGIBLE"));
        hospital.post(path + "/replay", Map.of())
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/protocol-version-not-carried"));
        hospital.create(
                        "/assessments",
                        with(
                                hospital.assessment(
                                        with(Hospital.factsBeforeAdministration(), "ais", ais("A", "2026-04-09"))),
                                "candidateId",
                                candidate,
                                "stage",
                                "PRE_ADMINISTRATION",
                                "assessedOn",
                                "2026-05-20"))
                .then()
                .statusCode(201)
                .body("coverage", equalTo("UNKNOWN"))
                .body("missing", contains("/facts/ais/grade", "/facts/ais/assessedOn"));
    }
}
