package org.saisei.eligibility.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

/** Two versions of a protocol, one from 2026-01-01, the other from 2026-08-01. */
@QuarkusTest
@WithRealParts
class VersionsIT {
    private static final Map<String, Object> WHITE = Map.of("tooth", Map.of("shade", "WHITE"));
    private static final Map<String, Object> ONE_HOLE = Map.of("tooth", Map.of("holes", 1));

    private final Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditationUnderTheFirstVersion() throws Exception {
        Toys.forgetChanges();
        hospital.state("/facilities/" + hospital.facilityId(), Hospital.facility())
                .then()
                .statusCode(201);
        hospital.accredit(Map.of("documentNumber", hospital.documentNumber(), "protocol", "TOY", "from", "2026-04-01"))
                .then()
                .statusCode(201)
                .body("protocolVersion", equalTo("1"));
    }

    @Test
    @Tag("S-N1")
    void anAssessmentGoesByTheVersionInForceOnItsDayAndSaysSo() {
        var before = Toys.assess(hospital, "2026-07-31", "CHAIR", WHITE);
        var from = Toys.assess(hospital, "2026-08-01", "CHAIR", ONE_HOLE);

        before.then()
                .statusCode(201)
                .body("protocolVersion", equalTo("1"))
                .body("verdicts.criterion", contains("T-P1"));
        from.then()
                .statusCode(201)
                .body("protocolVersion", equalTo("2"))
                .body("verdicts.criterion", contains("T-P0", "T-P2"));
        for (var assessment : List.of(before, from)) {
            hospital.get("/assessments/" + assessment.path("assessmentId"))
                    .then()
                    .body("protocolVersion", equalTo(assessment.path("protocolVersion")));
            var told = KafkaProbe.awaitEvents(
                    Hospital.ASSESSMENTS, assessment.path("candidateId"), events -> !events.isEmpty());
            assertThat(told.getFirst().value().path("protocolVersion").asText())
                    .isEqualTo(assessment.path("protocolVersion"));
        }
    }

    @Test
    void theFactsOfTheOtherVersionAreNoneOfThatDays() {
        Toys.assess(hospital, "2026-07-31", "CHAIR", ONE_HOLE)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/facts/tooth/holes"));
        Toys.assess(hospital, "2026-08-01", "CHAIR", WHITE)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/facts/tooth/shade"));
    }

    @Test
    void anAccreditationUnderTheOlderVersionStillCounts() {
        Toys.assess(hospital, "2026-08-01", "CHAIR", ONE_HOLE)
                .then()
                .body("decision", equalTo("ELIGIBLE"))
                .body("verdicts.find { it.criterion == 'T-P0' }.verdict", equalTo("MET"))
                .body("accreditation.state", equalTo("ACCREDITED"))
                .body("accreditation.from", equalTo("2026-04-01"));
    }

    @Test
    void bothVersionsAreListedAndEachAnswersForItsDaysAndByItsName() {
        hospital.get("/protocols")
                .then()
                .body("items.findAll { it.protocol == 'TOY' }.version", contains("1", "2"))
                .body("items.findAll { it.protocol == 'TOY' }.effectiveFrom", contains("2026-01-01", "2026-08-01"));
        for (var path : List.of("/protocols/TOY", "/protocols/TOY/criteria", "/protocols/TOY/parameters")) {
            hospital.get(path + "?on=2026-07-31").then().statusCode(200).body("version", equalTo("1"));
            hospital.get(path + "?on=2026-08-01").then().statusCode(200).body("version", equalTo("2"));
            hospital.get(path).then().statusCode(200).body("version", equalTo("2"));
            hospital.get(path + "?version=1").then().statusCode(200).body("version", equalTo("1"));
            hospital.get(path + "?on=2025-12-31").then().statusCode(404).body("errors.pointer", contains("query:on"));
            hospital.get(path + "?version=3").then().statusCode(404).body("errors.pointer", contains("query:version"));
            hospital.get(path + "?on=yesterday").then().statusCode(400).body("errors.pointer", contains("query:on"));
        }
        hospital.get("/protocols/NONE").then().statusCode(404);
    }

    @Test
    void aLaterVersionWouldDropAndAddCriteriaOnTheKeptFacts() {
        var assessment = Toys.assess(hospital, "2026-07-31", "CHAIR", WHITE);

        replay(assessment.path("assessmentId"), "?as=2")
                .then()
                .statusCode(200)
                .body("protocolVersion", equalTo("1"))
                .body("as", equalTo("2"))
                .body("same", equalTo(false))
                .body("decision.before", equalTo("ELIGIBLE"))
                .body("decision.after", equalTo("INDETERMINATE"))
                .body("criteria.criterion", contains("T-P0", "T-P2", "T-P1"))
                .body("criteria.before", contains(null, null, "MET"))
                .body("criteria.after", contains("MET", "UNKNOWN", null))
                .body("factsIgnored", contains("/facts/tooth/shade"))
                .body("verdicts.find { it.criterion == 'T-P2' }.missing", contains("/facts/tooth/holes"));
        replay(assessment.path("assessmentId"), "")
                .then()
                .body("same", equalTo(true))
                .body("verdicts.criterion", contains("T-P1"));
    }

    @Test
    void anotherVersionIsJudgedWithItsParametersOnTheAssessmentsDay() {
        Toys.change(hospital, 0, "2026-08-10").then().statusCode(201);
        var before = Toys.assess(hospital, "2026-08-09", "CHAIR", ONE_HOLE);
        var from = Toys.assess(hospital, "2026-08-10", "CHAIR", ONE_HOLE);
        before.then().body("decision", equalTo("ELIGIBLE")).body("parameters.mostHoles", equalTo(2));
        from.then().body("decision", equalTo("INELIGIBLE")).body("parameters.mostHoles", equalTo(0));

        Toys.change(hospital, 1, "2026-08-01").then().statusCode(201);
        Toys.change(hospital, 1, "2026-08-10").then().statusCode(201);

        replay(from.path("assessmentId"), "").then().body("same", equalTo(true));
        replay(from.path("assessmentId"), "?as=2")
                .then()
                .body("same", equalTo(false))
                .body("decision.before", equalTo("INELIGIBLE"))
                .body("decision.after", equalTo("ELIGIBLE"))
                .body("criteria.find { it.criterion == 'T-P2' }.changed", equalTo(true))
                .body("criteria.find { it.criterion == 'T-P0' }.changed", equalTo(false))
                .body("factsIgnored", org.hamcrest.Matchers.empty());
        replay(before.path("assessmentId"), "?as=2").then().body("same", equalTo(true));
    }

    @Test
    void aVersionThatIsNotThereIsRefusedByName() {
        var assessment = Toys.assess(hospital, "2026-07-31", "CHAIR", WHITE);

        replay(assessment.path("assessmentId"), "?as=3")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("query:as"))
                .body("errors.rule", contains("UNKNOWN_VERSION"));
        replay(assessment.path("assessmentId"), "?as=%20").then().statusCode(400);
        hospital.get("/assessments/" + assessment.path("assessmentId")).then().body("supersededBy", nullValue());
    }

    private io.restassured.response.Response replay(String assessmentId, String query) {
        return hospital.post("/assessments/" + assessmentId + "/replay" + query, Map.of());
    }
}
