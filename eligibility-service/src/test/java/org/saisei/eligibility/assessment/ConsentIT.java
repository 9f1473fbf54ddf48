package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.Hospital.ASSESSMENTS;
import static org.saisei.eligibility.Hospital.verdict;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class ConsentIT {
    private static final Map<String, Object> CONSENT =
            Map.of("explainedOn", "2026-04-08", "given", true, "consentedOn", "2026-04-09", "teamToldOn", "2026-04-08");

    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @ParameterizedTest
    @Tag("S-P7")
    @CsvSource({"2026-04-17, false", "2026-04-18, false", "2026-04-19, true", "2026-05-20, true"})
    void consentAfterTheFirstCollectionDepartsFromTheRule(String consentedOn, boolean deviates) {
        var answer = before(
                with(Hospital.factsBeforeAdministration(), "consent", with(CONSENT, "consentedOn", consentedOn)));

        answer.then().statusCode(201).body("decision", equalTo("ELIGIBLE"));
        assertThat(verdict(answer, "S-P7")).isEqualTo("MET");
        assertThat(answer.<List<String>>path("deviations.criterion")).isEqualTo(deviates ? List.of("S-P7") : List.of());
    }

    @Test
    @Tag("S-P2")
    @Tag("S-P7")
    void anAssessmentIsMadeBeforeTheAdministration() {
        before(with(Hospital.factsBeforeAdministration(), "plannedAdministrationOn", "2026-05-19"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/facts/plannedAdministrationOn"))
                .body("errors.rule", contains("BEFORE_ASSESSMENT"));
    }

    @Test
    @Tag("S-P7")
    void whatDepartsFromTheRuleIsToldAndReadBack() {
        var answer = before(
                with(Hospital.factsBeforeAdministration(), "consent", with(CONSENT, "consentedOn", "2026-04-19")));

        hospital.get("/assessments/" + answer.path("assessmentId"))
                .then()
                .body("deviations.text.ja", contains(containsString("最初の採取より後")))
                .body("verdicts.find { it.criterion == 'S-P7' }.deviation.en", containsString("after the first"));
        assertThat(KafkaProbe.awaitEvents(ASSESSMENTS, answer.path("candidateId"), events -> !events.isEmpty())
                        .getFirst()
                        .value()
                        .path("deviations")
                        .toString())
                .isEqualTo("[\"S-P7\"]");
    }

    @Test
    @Tag("S-P7")
    void consentRefusedIsIneligible() {
        var answer =
                hospital.assess(with(Hospital.facts(), "consent", with(CONSENT, "given", false, "consentedOn", null)));

        answer.then().body("decision", equalTo("INELIGIBLE"));
        assertThat(verdict(answer, "S-P7")).isEqualTo("NOT_MET");
    }

    @ParameterizedTest
    @Tag("S-P7")
    @ValueSource(strings = {"explainedOn", "given", "consentedOn", "teamToldOn"})
    void whatIsNotKnownOfTheConsentIsAskedFor(String name) {
        var answer = hospital.assess(with(Hospital.facts(), "consent", with(CONSENT, name, null)));

        answer.then().body("decision", equalTo("INDETERMINATE")).body("missing", contains("/facts/consent/" + name));
        assertThat(verdict(answer, "S-P7")).isEqualTo("UNKNOWN");
    }

    private Response before(Map<String, Object> facts) {
        return hospital.create(
                "/assessments",
                with(hospital.assessment(facts), "stage", "PRE_ADMINISTRATION", "assessedOn", "2026-05-20"));
    }
}
