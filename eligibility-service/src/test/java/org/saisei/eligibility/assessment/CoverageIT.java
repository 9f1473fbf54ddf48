package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.Hospital.ASSESSMENTS;
import static org.saisei.eligibility.Hospital.ais;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class CoverageIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @ParameterizedTest
    @Tag("S-P2")
    @CsvSource({
        "C, 2026-05-20, COVERED,     ELIGIBLE",
        "D, 2026-05-20, NOT_COVERED, INELIGIBLE",
        "A, 2026-04-09, UNKNOWN,     INDETERMINATE"
    })
    void coverageIsDecidedByTheAisImmediatelyBeforeTheAdministration(
            String grade, String day, String coverage, String decision) {
        String candidate = hospital.assess(Hospital.facts()).path("candidateId");

        var answer = before(candidate, with(Hospital.factsBeforeAdministration(), "ais", ais(grade, day)));

        answer.then().statusCode(201).body("coverage", equalTo(coverage)).body("decision", equalTo(decision));
        var events = KafkaProbe.awaitEvents(ASSESSMENTS, candidate, told -> told.size() == 2);
        assertThat(events.get(1).value().path("coverage").asText()).isEqualTo(coverage);
        assertThat(events.get(1).sequence()).isEqualTo(2);
    }

    @Test
    @Tag("S-P2")
    void withoutAnAisCoverageIsUnknown() {
        String candidate = hospital.assess(Hospital.facts()).path("candidateId");

        before(candidate, with(Hospital.factsBeforeAdministration(), "ais", null))
                .then()
                .body("coverage", equalTo("UNKNOWN"))
                .body("missing", contains("/facts/ais/grade", "/facts/ais/assessedOn"));
    }

    private Response before(String candidateId, Map<String, Object> facts) {
        return hospital.create(
                "/assessments",
                with(
                        hospital.assessment(facts),
                        "candidateId",
                        candidateId,
                        "stage",
                        "PRE_ADMINISTRATION",
                        "assessedOn",
                        "2026-05-20"));
    }
}
