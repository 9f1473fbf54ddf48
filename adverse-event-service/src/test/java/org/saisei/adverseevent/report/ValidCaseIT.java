package org.saisei.adverseevent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.adverseevent.Reports;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** What is enough for a report to go out, and what its answer asks for afterwards. */
@QuarkusTest
@WithRealParts
@NullUnmarked
class ValidCaseIT {
    private static final String TOPIC = "saisei.safety.cases";

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"verbatim\": \"全身の発疹\"}",
                "{\"seriousness\": [\"DEATH\"]}",
                "{\"term\": {\"dictionary\": \"MedDRA/J\", \"version\": \"20.0\", \"code\": \"10015150\"}}"
            })
    @Tag("S-A1")
    void aReactionThatNobodyHereCanCodeGoesOutAllTheSameAndSaysThatItsCodingIsOpen(String reaction) {
        var report = Reports.complete();
        report.put("reaction", new JsonPath(reaction).getMap("$"));

        var caseId = Reports.send(report)
                .then()
                .statusCode(201)
                .body("state", equalTo("REPORTED"))
                .body("missing", equalTo(List.of()))
                .body("codingOpen", equalTo(true))
                .extract()
                .<String>path("caseId");

        var event = KafkaProbe.awaitEvents(TOPIC, caseId, events -> !events.isEmpty())
                .getFirst();
        assertThat(event.value().hasNonNull("term")).isFalse();
        assertThat(event.value().toString()).doesNotContain("全身の発疹");
    }

    @Test
    void aTermOfAListThatIsNotHeldHereIsKeptAsItWasSent() {
        var report = Reports.complete();
        var term = Map.of("dictionary", "MedDRA/J", "version", "20.0", "code", "10015150");
        report.put("reaction", Map.of("term", term));

        var caseId = Reports.accepted(report);

        Reports.get(Tokens.safetyOfficer(), "/cases/{id}", caseId)
                .then()
                .statusCode(200)
                .body("reaction.term", equalTo(term))
                .body("codingOpen", equalTo(true));
    }

    @Test
    void aReactionCodedByAListHeldHereIsNotOpen() {
        var reported = Reports.accepted(Reports.complete());
        var draft = Reports.accepted(Reports.without("reporter"));

        for (var caseId : List.of(reported, draft)) {
            Reports.get(Tokens.safetyOfficer(), "/cases/{id}", caseId)
                    .then()
                    .body("codingOpen", equalTo(false))
                    .body("reaction.term.ja", equalTo("紅斑"));
        }
    }

    @Test
    @Tag("S-A1")
    void aReactionOfWhichNothingIsSaidIsAskedFor() {
        var report = Reports.complete();
        report.put("reaction", Map.of("onsetOn", "2026-05-23", "severityGrade", 2, "verbatim", " "));

        Reports.send(report)
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("missing", contains("/reaction"));
    }

    @Test
    @Tag("S-A1")
    void harmAddedToAMalfunctionHoldsItBackNoMoreThanTheMalfunctionAlone() {
        var report = Reports.without("patient");
        report.put("malfunction", Map.of("lotNumber", "LOT-2026-0001"));
        report.put("reaction", Map.of("onsetOn", "2026-05-23"));

        Reports.send(report)
                .then()
                .statusCode(201)
                .body("state", equalTo("REPORTED"))
                .body("missing", equalTo(List.of()));
    }

    @Test
    @Tag("S-A1")
    void aReporterWithoutACodeIsKnownThroughTheFacility() {
        var report = Reports.complete();
        report.put("reporter", Map.of("profession", "PHYSICIAN"));

        Reports.send(report).then().statusCode(201).body("state", equalTo("REPORTED"));
    }

    @Test
    void anOnsetAfterTheDayOfAwarenessIsTaken() {
        var report = Reports.complete();
        report.put("awareOn", "2026-05-01");

        Reports.send(report).then().statusCode(201).body("state", equalTo("REPORTED"));
    }

    @Test
    @Tag("S-A1")
    void aDraftStaysADraftUntilTheFacilitySendsItAgain() {
        var caseId = Reports.accepted(Reports.without("reporter"));
        var again = new HashMap<>(Reports.complete());
        again.remove("documentNumber");
        again.put("reason", "再送");
        // as if what makes a report complete had changed in an upgrade: nobody has been told of this case yet
        asAnotherRelease("UPDATE case_version SET content = jsonb_set(content, '{reporter}',"
                + " '{\"profession\": \"PHYSICIAN\"}') WHERE case_id = '" + caseId + "'");

        Reports.get(Tokens.hospital(Reports.FACILITY), "/cases/{id}", caseId)
                .then()
                .body("state", equalTo("DRAFT"))
                .body("missing", equalTo(List.of()));
        Reports.complete(Reports.FACILITY, caseId, "\"1\"", again)
                .then()
                .statusCode(201)
                .body("state", equalTo("REPORTED"));

        assertThat(KafkaProbe.awaitEvents(TOPIC, caseId, events -> !events.isEmpty()))
                .hasSize(1);
    }

    private static void asAnotherRelease(String statement) {
        try (var connection = Database.pastTriggers();
                var run = connection.createStatement()) {
            run.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
