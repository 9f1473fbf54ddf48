package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class ReadAssessmentsIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @Test
    void anotherFacilitysAssessmentsAndCandidatesAreNotThere() {
        var assessment = hospital.assess(Hospital.facts());
        var path = "/assessments/" + assessment.path("assessmentId");
        var other = Hospital.accredited();

        other.get(path).then().statusCode(404);
        other.post(path + "/replay", Map.of()).then().statusCode(404);
        other.get("/assessments?candidateId=" + assessment.path("candidateId"))
                .then()
                .body("items", hasSize(0));
        other.create(
                        "/assessments",
                        with(other.assessment(Hospital.facts()), "candidateId", assessment.path("candidateId")))
                .then()
                .statusCode(404)
                .body("errors.pointer", contains("/candidateId"));
        other.create(
                        "/assessments",
                        with(other.assessment(Hospital.facts()), "supersedes", assessment.path("assessmentId")))
                .then()
                .statusCode(404)
                .body("errors.pointer", contains("/supersedes"));
        Hospital.as(Tokens.registrar()).get(path).then().statusCode(200);
        Hospital.as(Tokens.safetyOfficer()).get(path).then().statusCode(403);
        Hospital.as(Tokens.token("hospital", hospital.facilityId(), "VASCULAR_REGENERATION"))
                .get(path)
                .then()
                .statusCode(404);
    }

    @Test
    void aTokenLimitedToOtherProtocolsLearnsNothingFromTheList() {
        hospital.assess(Hospital.facts());
        hospital.assess(Hospital.facts());

        Hospital.as(Tokens.token("hospital", hospital.facilityId(), "OTHER"))
                .get("/assessments?limit=1")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
    }

    @Test
    void theListPagesThroughEverythingOnce() {
        var ids = Stream.generate(() -> hospital.assess(Hospital.facts()).<String>path("assessmentId"))
                .limit(5)
                .toList();
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = hospital.get("/assessments?limit=2" + next);
            seen.addAll(page.path("items.assessmentId"));
            next = page.path("next") == null ? null : "&after=" + page.path("next");
        } while (next != null);

        assertThat(seen).isEqualTo(ids);
        hospital.get("/assessments?limit=0").then().statusCode(400);
        hospital.get("/assessments?after=nonsense").then().statusCode(400);
    }

    @Test
    void readingAndWritingLeaveTheirRows() {
        var assessment = hospital.assess(Hospital.facts());
        String id = assessment.path("assessmentId");
        hospital.get("/assessments/" + id);

        assertThat(Database.rows(
                        "SELECT kind, action, facility_id FROM audit WHERE ? = ANY (resource_ids) ORDER BY recorded_at",
                        id))
                .extracting(row -> row.get("kind") + " " + row.get("action"))
                .containsExactly("WRITE assessPatient", "READ readAssessment");
    }
}
