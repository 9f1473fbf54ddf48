package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.Hospital.ais;
import static org.saisei.eligibility.Hospital.verdict;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class BeforeAdministrationIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @Test
    @Tag("S-P10")
    void aPatientWhoSatisfiesEveryCriterionBeforeTheAdministrationIsEligibleAndCovered() {
        var answer = before(Hospital.factsBeforeAdministration());

        answer.then()
                .statusCode(201)
                .body("decision", equalTo("ELIGIBLE"))
                .body("coverage", equalTo("COVERED"))
                .body("missing", empty())
                .body("deviations", empty())
                .body("verdicts.find { it.criterion == 'S-P10' }.text.ja", containsString("臨床上の必要性を十分に検討すること。"));
        assertThat(verdict(answer, "S-P10")).isEqualTo("MET");
    }

    @ParameterizedTest
    @Tag("S-P10")
    @ValueSource(strings = {"materialsRead", "clinicalNecessityWeighed", "judgedAppropriate"})
    void eachStatementOfTheResponsiblePhysicianIsAskedFor(String statement) {
        before(with(Hospital.factsBeforeAdministration(), statement, null))
                .then()
                .body("decision", equalTo("INDETERMINATE"))
                .body("missing", contains("/facts/" + statement + "/affirmed", "/facts/" + statement + "/statedOn"));
    }

    @ParameterizedTest
    @Tag("S-P10")
    @ValueSource(strings = {"materialsRead", "clinicalNecessityWeighed", "judgedAppropriate"})
    void aStatementDeniedIsIneligible(String statement) {
        var answer = before(with(
                Hospital.factsBeforeAdministration(), statement, Map.of("affirmed", false, "statedOn", "2026-05-19")));

        answer.then().body("decision", equalTo("INELIGIBLE"));
        assertThat(verdict(answer, "S-P10")).isEqualTo("NOT_MET");
    }

    @ParameterizedTest
    @Tag("S-P2")
    @CsvSource({"2026-05-15, COVERED, ELIGIBLE", "2026-05-14, UNKNOWN, INDETERMINATE"})
    void anAisOlderThanAWeekIsNotTheOneImmediatelyBeforeTheAdministration(
            String assessedOn, String coverage, String decision) {
        before(with(Hospital.factsBeforeAdministration(), "ais", ais("A", assessedOn)))
                .then()
                .body("coverage", equalTo(coverage))
                .body("decision", equalTo(decision));
    }

    private Response before(Map<String, Object> facts) {
        return hospital.create(
                "/assessments",
                with(hospital.assessment(facts), "stage", "PRE_ADMINISTRATION", "assessedOn", "2026-05-20"));
    }
}
