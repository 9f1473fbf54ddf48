package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.eligibility.Hospital.ASSESSMENTS;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class AssessmentDecisionIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @Test
    @Tag("S-P0")
    @Tag("S-P1")
    @Tag("S-P2")
    @Tag("S-P5")
    @Tag("S-P6.1")
    @Tag("S-P8")
    @Tag("S-N1")
    void aPatientWhoSatisfiesEveryCriterionIsEligibleAndTheWorldIsTold() {
        var assessment = hospital.assess(Hospital.facts());

        assessment
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/assessments/" + assessment.path("assessmentId")))
                .body("decision", equalTo("ELIGIBLE"))
                .body("coverage", nullValue())
                .body("protocolVersion", equalTo("2019-02-25"))
                .body("candidateId", matchesPattern("[0-9A-HJKMNP-TV-Z]{16}"))
                .body(
                        "verdicts.criterion",
                        contains(
                                "S-P0", "S-P1", "S-P2", "S-P4", "S-F4p", "S-P5", "S-P6.1", "S-P6.2", "S-P6.3", "S-P6.4",
                                "S-P6.5", "S-P6.6", "S-P6.7", "S-P6.8", "S-P6.9", "S-P7", "S-P8", "S-P9", "S-P10"))
                .body(
                        "verdicts.verdict",
                        contains(
                                "MET",
                                "MET",
                                "MET",
                                "NOT_APPLICABLE",
                                "NOT_APPLICABLE",
                                "ABSENT",
                                "ABSENT",
                                "ABSENT",
                                "ABSENT",
                                "ABSENT",
                                "ABSENT",
                                "ABSENT",
                                "ABSENT",
                                "ABSENT",
                                "ABSENT",
                                "MET",
                                "WITHIN",
                                "WITHIN",
                                "NOT_APPLICABLE"))
                .body("verdicts.text.ja", everyItem(org.hamcrest.Matchers.not(empty())))
                .body("verdicts.find { it.criterion == 'S-P8' }.ours", equalTo(true))
                .body("verdicts.find { it.criterion == 'S-P1' }.ours", equalTo(false))
                .body("verdicts.find { it.criterion == 'S-P5' }.ours", equalTo(true))
                .body("missing", empty())
                .body("warnings", empty());
        String candidate = assessment.path("candidateId");
        var event = KafkaProbe.awaitEvents(ASSESSMENTS, candidate, events -> events.size() == 1)
                .getFirst();
        assertThat(event.type()).isEqualTo("saisei.eligibility.assessment-decided.v1");
        var value = event.value();
        assertThat(value.path("decision").asText()).isEqualTo("ELIGIBLE");
        assertThat(value.path("protocolVersion").asText()).isEqualTo("2019-02-25");
        assertThat(value.path("facilityId").asText()).isEqualTo(hospital.facilityId());
        assertThat(value.path("ais").toString()).isEqualTo("{\"grade\":\"A\",\"assessedOn\":\"2026-04-09\"}");
        assertThat(value.path("declaredPhysicianRequirement").asText()).isEqualTo("S-D1");
        assertThat(value.path("ageYears").asInt()).isEqualTo(54);
        assertThat(value.path("weightKg").decimalValue()).isEqualByComparingTo("72.4");
        assertThat(value.path("notSatisfied")).isEmpty();
    }

    @Test
    void whatIsLeftOutIsUnknownAndExactlyThatSettlesIt() {
        var answer = hospital.assess(Map.of());

        answer.then()
                .statusCode(201)
                .body("decision", equalTo("INDETERMINATE"))
                .body(
                        "missing",
                        containsInAnyOrder(
                                "/facts/traumaticInjury",
                                "/facts/ais/grade",
                                "/facts/ais/assessedOn",
                                "/facts/hypersensitivityToComponent",
                                "/facts/hypersensitivityToMaterial",
                                "/facts/ageYears",
                                "/facts/malignancy",
                                "/facts/allergicDisposition",
                                "/facts/hypercoagulability",
                                "/facts/infection",
                                "/facts/lowBodyWeight",
                                "/facts/anaemia",
                                "/facts/extremelyPoorGeneralCondition",
                                "/facts/severeIntracranialOrVascularLesion",
                                "/facts/severeSpinalDisease",
                                "/facts/bloodPressure/systolicMmHg",
                                "/facts/bloodPressure/diastolicMmHg",
                                "/facts/bloodPressure/notControllable",
                                "/facts/consent/explainedOn",
                                "/facts/consent/given",
                                "/facts/consent/consentedOn",
                                "/facts/consent/teamToldOn",
                                "/facts/plannedFirstBloodCollectionOn"));

        hospital.create(
                        "/assessments",
                        with(
                                hospital.assessment(with(
                                        Hospital.facts(),
                                        "weightKg",
                                        null,
                                        "injuryDate",
                                        null,
                                        "plannedMarrowCollectionOn",
                                        null,
                                        "plannedLastBloodCollectionOn",
                                        null,
                                        "plannedAdministrationOn",
                                        null)),
                                "candidateId",
                                answer.path("candidateId")))
                .then()
                .body("decision", equalTo("ELIGIBLE"))
                .body("supersedes", equalTo(answer.path("assessmentId")));
    }

    @Test
    @Tag("S-P2")
    @Tag("S-P5")
    void aReaderOfJapaneseIsToldAsMuchAsOneOfEnglish() {
        hospital.assess(Hospital.facts())
                .then()
                .body(
                        "verdicts.find { it.criterion == 'S-P2' }.text.ja",
                        containsString("投与直前時点での神経機能評価の結果を元に保険適応を判断する。"))
                .body("verdicts.find { it.criterion == 'S-P5' }.text.ja", containsString("ペニシリン、ストレプトマイシン及び動物由来の原料"))
                .body("verdicts.find { it.criterion == 'S-P5' }.oursNote.ja", containsString("治療の責任者"))
                .body("verdicts.find { it.criterion == 'S-P6.1' }.text.ja", containsString("治療上の有益性と危険性を考慮した上で"))
                .body("verdicts.find { it.criterion == 'S-P0' }.oursNote.ja", containsString("治療の責任者"));
    }
}
