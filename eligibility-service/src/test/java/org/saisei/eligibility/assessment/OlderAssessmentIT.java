package org.saisei.eligibility.assessment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

/**
 * An assessment that was kept by an earlier release: before S-P5 was judged, with another wording of S-P1, and without
 * the members that verdicts, the accreditation and the parameters have come to hold since.
 */
@QuarkusTest
@WithRealParts
class OlderAssessmentIT {
    private Hospital hospital = Hospital.fresh();
    private String path = "";

    @BeforeEach
    void keptByAnEarlierRelease() throws SQLException {
        hospital = Hospital.accredited();
        var assessment = hospital.assess(Hospital.facts());
        assessment.then().statusCode(201).body("decision", equalTo("ELIGIBLE"));
        path = "/assessments/" + assessment.path("assessmentId");
        try (var superuser = Database.pastTriggers();
                var age = superuser.prepareStatement("""
                    UPDATE assessment SET
                        verdicts = (
                            SELECT jsonb_agg(CASE WHEN judged ->> 'criterion' = 'S-P1'
                                    THEN jsonb_set(judged, '{text,en}', '"as it was put then"') ELSE judged END
                                - 'deviation' - 'parameters' ORDER BY place)
                            FROM jsonb_array_elements(verdicts) WITH ORDINALITY AS kept (judged, place)
                            WHERE judged ->> 'criterion' <> 'S-P5'),
                        accreditation = accreditation - 'state' - 'otherRequirements' - 'requirementsUnknown'
                            - 'unsettledPhysicians',
                        parameters = '{"values": {"marrowCollectionGuideDays": 31}}'
                    WHERE assessment_id = ?::uuid
                    """)) {
            age.setString(1, assessment.path("assessmentId"));
            age.executeUpdate();
        }
    }

    @Test
    @Tag("S-N1")
    void isReadAsItWasKept() {
        hospital.get(path)
                .then()
                .statusCode(200)
                .body("decision", equalTo("ELIGIBLE"))
                .body("verdicts.criterion", not(hasItem("S-P5")))
                .body("verdicts.find { it.criterion == 'S-P1' }.text.en", equalTo("as it was put then"))
                .body("accreditation.state", equalTo("ACCREDITED"))
                .body("accreditation.unsettledPhysicians", empty())
                .body("parameters.size()", equalTo(1));
    }

    @Test
    @Tag("S-N1")
    void isJudgedAgainByTheCriteriaOfThenAndNamesTheOthers() {
        hospital.post(path + "/replay", Map.of())
                .then()
                .statusCode(200)
                .body("same", equalTo(true))
                .body("decision", equalTo("ELIGIBLE"))
                .body("differences", empty())
                .body("wordingDifferences", contains("S-P1"))
                .body("notJudgedThen", contains("S-P5"))
                .body("verdicts.criterion", not(hasItem("S-P5")));
    }

    @Test
    void askedAsTheSameVersionShowsTheCriterionThatWouldBeNew() {
        hospital.post(path + "/replay?as=2019-02-25", Map.of())
                .then()
                .statusCode(200)
                .body("same", equalTo(false))
                .body("decision.before", equalTo("ELIGIBLE"))
                .body("decision.after", equalTo("ELIGIBLE"))
                .body("criteria.find { it.criterion == 'S-P5' }.before", equalTo(null))
                .body("criteria.find { it.criterion == 'S-P5' }.after", equalTo("ABSENT"))
                .body("criteria.findAll { it.changed }.criterion", contains("S-P5"))
                .body("factsIgnored", empty());
    }

    @Test
    void aVerdictThatDoesNotFollowFromItsInputsIsFoundOutBesideTheWording() throws SQLException {
        try (var superuser = Database.pastTriggers();
                var tamper = superuser.prepareStatement(
                        "UPDATE assessment SET facts = jsonb_set(facts, '{malignancy}', 'true')"
                                + " WHERE assessment_id = ?::uuid")) {
            tamper.setString(1, path.substring(path.lastIndexOf('/') + 1));
            tamper.executeUpdate();
        }

        hospital.post(path + "/replay", Map.of())
                .then()
                .body("same", equalTo(false))
                .body("differences", contains("S-P6.1"))
                .body("wordingDifferences", contains("S-P1"));
    }
}
