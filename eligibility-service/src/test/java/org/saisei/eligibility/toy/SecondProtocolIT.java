package org.saisei.eligibility.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

/** A protocol is added by files of its own: it is listed, assessed with, and published. */
@QuarkusTest
@WithRealParts
class SecondProtocolIT {
    private final Hospital hospital = Hospital.fresh();

    @Test
    void isListedBesideTheFirst() {
        hospital.get("/protocols").then().statusCode(200).body("items.protocol", hasItems("STEMIRAC", "TOY"));
        hospital.get("/protocols/TOY?version=1")
                .then()
                .statusCode(200)
                .body("stages.code", contains("CHAIR", "DRILL"))
                .body("patientFacts.pointer", contains("/facts/tooth/shade"));
        hospital.get("/protocols/TOY/criteria?version=1").then().body("items.criterion", contains("T-P1"));
    }

    @Test
    void isAssessedWithItsOwnStagesAndFacts() {
        var answer = assess("CHAIR", Map.of("tooth", Map.of("shade", "WHITE")));
        answer.then()
                .statusCode(201)
                .body("decision", equalTo("ELIGIBLE"))
                .body("protocolVersion", equalTo("1"))
                .body("coverage", nullValue())
                .body("verdicts.verdict", contains("MET"));

        var candidate = answer.path("candidateId").toString();
        var events = KafkaProbe.awaitEvents(Hospital.ASSESSMENTS, candidate, e -> !e.isEmpty());
        assertThat(events.getFirst().value().path("protocol").asText()).isEqualTo("TOY");
        hospital.post("/assessments/" + answer.path("assessmentId") + "/replay", Map.of())
                .then()
                .statusCode(200)
                .body("same", equalTo(true));
    }

    @Test
    void itsCriteriaBindAtTheirStageAndNameWhatIsMissing() {
        assess("CHAIR", Map.of())
                .then()
                .body("decision", equalTo("INDETERMINATE"))
                .body("missing", contains("/facts/tooth/shade"));
        assess("DRILL", Map.of())
                .then()
                .body("decision", equalTo("ELIGIBLE"))
                .body("verdicts.verdict", contains("NOT_APPLICABLE"));
    }

    @Test
    void theFirstProtocolsFactsAndStagesAreNotIts() {
        assess("CHAIR", Map.of("ais", Map.of("grade", "A")))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/facts/ais"));
        assess("PLANNING", Map.of()).then().statusCode(400).body("errors.pointer", contains("/stage"));
    }

    @Test
    void itsResponsiblePhysiciansArePublishedWithoutARequirementSinceItNamesNone() {
        hospital.state("/facilities/" + hospital.facilityId(), Hospital.facility());
        hospital.statePhysician(
                "DR-0001",
                Hospital.with(
                        Hospital.physician(), "placements", List.of(Map.of("protocol", "TOY", "from", "2026-04-01"))));

        hospital.accredit(Map.of("documentNumber", "ACC-1", "protocol", "TOY", "from", "2026-04-01"))
                .then()
                .statusCode(201)
                .body("state", equalTo("ACCREDITED"));

        var events = hospital.toldOfFacility(1);
        assertThat(events.getFirst().value().at("/responsiblePhysicians/0/requirements"))
                .isEmpty();
        assertThat(events.getFirst()
                        .value()
                        .at("/responsiblePhysicians/0/physicianId")
                        .asText())
                .isEqualTo("DR-0001");
    }

    @Test
    void hasNoDoseToCheck() {
        hospital.post("/treatment-plans", Map.of("protocol", "TOY", "weightKg", 60, "weightMeasuredOn", "2026-04-01"))
                .then()
                .statusCode(400)
                .body("errors.rule", contains("NO_DOSE_RULE"));
    }

    private io.restassured.response.Response assess(String stage, Map<String, Object> facts) {
        return Toys.assess(hospital, "2026-04-10", stage, facts);
    }
}
