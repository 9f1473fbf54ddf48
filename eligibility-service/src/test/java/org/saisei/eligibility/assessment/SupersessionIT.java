package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.Hospital.ASSESSMENTS;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.HistoryRules;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class SupersessionIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @Test
    void aDecisionNeverChangesButIsSuperseded() {
        var first = hospital.assess(with(Hospital.facts(), "malignancy", null));
        String id = first.path("assessmentId");
        String candidate = first.path("candidateId");

        var second = hospital.create(
                "/assessments",
                with(hospital.assessment(Hospital.facts()), "candidateId", candidate, "supersedes", id));

        second.then()
                .statusCode(201)
                .body("candidateId", equalTo(candidate))
                .body("supersedes", equalTo(id))
                .body("decision", equalTo("ELIGIBLE"));
        hospital.get("/assessments/" + id)
                .then()
                .body("decision", equalTo("INDETERMINATE"))
                .body("supersededBy", equalTo(second.path("assessmentId")));
        hospital.create(
                        "/assessments",
                        with(hospital.assessment(Hospital.facts()), "candidateId", candidate, "supersedes", id))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-superseded"));
        assertThat(KafkaProbe.awaitEvents(ASSESSMENTS, candidate, events -> events.size() == 2)
                        .get(1)
                        .value()
                        .path("supersedes")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void anAssessmentOfAnEarlierDayTakesThePlaceOfALaterOneOnlyWhereItNamesIt() {
        var standing = hospital.assess(Hospital.facts());
        String id = standing.path("assessmentId");
        String candidate = standing.path("candidateId");
        var earlier = with(hospital.assessment(Hospital.facts()), "candidateId", candidate, "assessedOn", "2026-04-09");

        hospital.create("/assessments", with(earlier, "documentNumber", "EARLIER-1"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/assessedOn"))
                .body("errors.rule", contains("BEFORE_STANDING"));
        hospital.create("/assessments", with(earlier, "documentNumber", "EARLIER-2", "supersedes", id))
                .then()
                .statusCode(201)
                .body("supersedes", equalTo(id));
        assertThat(KafkaProbe.awaitEvents(ASSESSMENTS, candidate, events -> events.size() == 2))
                .hasSize(2);
    }

    @Test
    void thePatientAssessedBeforeTheAdministrationWasInjuredOnTheDayOfThePlan() {
        var planning = hospital.assess(Hospital.facts());
        var before = with(
                hospital.assessment(with(Hospital.factsBeforeAdministration(), "injuryDate", "2026-04-04")),
                "candidateId",
                planning.path("candidateId"),
                "stage",
                "PRE_ADMINISTRATION",
                "assessedOn",
                "2026-05-20");

        hospital.create("/assessments", before)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/facts/injuryDate"))
                .body("errors.rule", contains("DIFFERS"));
    }

    @Test
    void anAssessmentSupersedesOnlyItsOwnKind() {
        String other = hospital.assess(Hospital.facts()).path("assessmentId");
        String candidate = hospital.assess(Hospital.facts()).path("candidateId");

        hospital.create(
                        "/assessments",
                        with(hospital.assessment(Hospital.facts()), "candidateId", candidate, "supersedes", other))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/supersedes"));
    }

    @Test
    void whatIsRecordedStays() {
        HistoryRules.check(
                "public.candidate.recorded_at",
                "public.assessment.reasons_key_id",
                "public.assessment.reasons_wrapped_key");
    }

    @Test
    void theServicesOwnRoleCannotRewriteAnAssessment() throws Exception {
        hospital.assess(Hospital.facts());

        try (var runtime = Database.runtime();
                var statement = runtime.createStatement()) {
            for (var sql : List.of(
                    "UPDATE assessment SET decision = 'ELIGIBLE'",
                    "DELETE FROM assessment",
                    "DELETE FROM accreditation",
                    "UPDATE accreditation SET verdicts = '[]'",
                    "UPDATE candidate SET facility_id = 'F-OTHER'")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .hasMessageContaining("permission denied");
            }
        }
    }
}
