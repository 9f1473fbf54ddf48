package org.saisei.adverseevent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.adverseevent.Reports;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
@NullUnmarked
class ReportCaseIT {
    private static final String TOPIC = "saisei.safety.cases";

    @Test
    @Tag("S-A1")
    void aReportWithTheFourElementsIsReportedAndPublished() {
        var report = Reports.serious();

        var caseId = Reports.send(report)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/cases/"))
                .body("state", equalTo("REPORTED"))
                .body("version", equalTo(1))
                .body("missing", equalTo(List.of()))
                .body("serious", equalTo(true))
                .extract()
                .<String>path("caseId");

        var event = KafkaProbe.awaitEvents(TOPIC, caseId, events -> !events.isEmpty())
                .getFirst();
        assertThat(event.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "saisei.safety.case-reported.v1")
                .containsEntry("ce_subject", caseId)
                .containsEntry("ce_sequence", "1")
                .containsKeys("ce_id", "ce_time", "ce_source", "ce_dataschema");
        assertThat(event.value().get("documentNumber").asText()).isEqualTo(report.get("documentNumber"));
        assertThat(event.value().at("/term/preferredTerm").asText()).isEqualTo("紅斑");
        assertThat(event.value().get("serious").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"patient", "reporter", "suspects", "reaction"})
    @Tag("S-A1")
    void aReportThatLacksAnElementIsKeptAsADraftAndPushedNowhere(String element) {
        var caseId = Reports.send(Reports.without(element))
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("missing", contains("/" + element))
                .extract()
                .<String>path("caseId");

        assertThat(Database.rows("SELECT 1 FROM feed_entry WHERE case_id = ?::uuid", caseId))
                .isEmpty();
        assertThat(Database.rows("SELECT 1 FROM outbox WHERE key = ?", caseId)).isEmpty();
    }

    @Test
    @Tag("S-A1")
    void aMalfunctionWithoutHarmNeedsALotInsteadOfAPatient() {
        var report = Reports.without("patient");
        report.remove("reaction");
        report.put("malfunction", Map.of("lotNumber", "LOT-2026-0001", "description", "容器に亀裂"));

        Reports.send(report).then().statusCode(201).body("state", equalTo("REPORTED"));
    }

    @Test
    @Tag("S-A1")
    void aDraftGoesOutOnceItIsCompleted() {
        var draft = Reports.without("reporter");
        var caseId = Reports.accepted(draft);
        var version = version("報告者の追記");

        Reports.complete(Reports.FACILITY, caseId, "\"1\"", version)
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("state", equalTo("REPORTED"))
                .body("documentNumber", equalTo(draft.get("documentNumber")));

        var events = KafkaProbe.awaitEvents(TOPIC, caseId, found -> !found.isEmpty());
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("saisei.safety.case-reported.v1");
            assertThat(event.value().get("version").asInt()).isEqualTo(2);
        });
        assertThat(Database.rows("SELECT version FROM case_version WHERE case_id = ?::uuid ORDER BY 1", caseId))
                .hasSize(2);
    }

    @Test
    void onlyTheVersionThatWasReadIsReplacedAndOnlyOfADraftOfOnesOwn() {
        var caseId = Reports.accepted(Reports.without("reporter"));
        var version = version("追記");

        Reports.complete(Reports.FACILITY, caseId, null, version).then().statusCode(428);
        Reports.complete(Reports.FACILITY, caseId, "\"9\"", version).then().statusCode(412);
        Reports.complete("F-OSAKA-02", caseId, "\"1\"", version).then().statusCode(404);
        Reports.complete(Reports.FACILITY, UUID.randomUUID().toString(), "\"1\"", version)
                .then()
                .statusCode(404);
        Reports.complete(Reports.FACILITY, caseId, "\"1\"", version).then().statusCode(201);
        Reports.complete(Reports.FACILITY, caseId, "\"2\"", version).then().statusCode(409);
    }

    @ParameterizedTest(name = "{0} of special interest: {1}")
    @CsvSource({"ST-0102, true", "ST-0104, true", "ST-0001, false"})
    @Tag("S-A3")
    void aTermOfSpecialInterestMarksTheCase(String code, boolean interest) {
        var report = Reports.complete();
        report.put("reaction", Reports.reaction(code, List.of()));

        var caseId = Reports.accepted(report);

        var event = KafkaProbe.awaitEvents(TOPIC, caseId, events -> !events.isEmpty())
                .getFirst();
        assertThat(event.value().get("specialInterest").asBoolean()).isEqualTo(interest);
    }

    @Test
    void theSameKeyWithTheSameBodyHasOneEffectAndTheSameAnswer() {
        var report = Reports.complete();
        var key = UUID.randomUUID().toString();

        var first = Reports.send(Reports.FACILITY, report, key);
        var second = Reports.send(Reports.FACILITY, report, key);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.<String>path("caseId")).isEqualTo(first.path("caseId"));
        Reports.send(Reports.FACILITY, Reports.complete(), key).then().statusCode(422);
    }

    @Test
    void aDocumentNumberIsUsedOnceByAFacilityAndLeadsToItsCase() {
        var report = Reports.complete();
        var caseId = Reports.accepted(report);

        Reports.send(report).then().statusCode(409).header("Location", containsString("/cases/" + caseId));
        Reports.send("F-OSAKA-02", report, UUID.randomUUID().toString()).then().statusCode(201);
        Reports.get(Tokens.hospital(Reports.FACILITY), "/cases?documentNumber={n}", report.get("documentNumber"))
                .then()
                .body("items.caseId", contains(caseId));
    }

    @Test
    void oneDocumentSentTwiceAtOnceWithDifferentKeysBecomesOneCase() throws Exception {
        var report = Reports.complete();
        Callable<Integer> send = () -> Reports.send(report).statusCode();

        List<Integer> statuses = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var answer : pool.invokeAll(List.of(send, send, send, send))) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"protocol\": \"STEMIRAC\"} | 400 | /documentNumber",
                "{\"documentNumber\": \"患者 山田\"} | 400 | /documentNumber",
                "{\"documentNumber\": \"B-1\", \"severity\": 3} | 400 | /severity",
                "{\"documentNumber\": \"B-2\", \"suspects\": [{\"suspect\": \"WEATHER\"}]} | 400 | /suspects/0/suspect",
                "{\"documentNumber\": \"B-3\", \"suspects\": [{}]} | 400 | /suspects/0/suspect",
                "{\"documentNumber\": \"B-4\", \"patient\": {\"candidateId\": \"山田 太郎\"}} | 400 | /patient/candidateId",
                "{\"documentNumber\": \"B-5\", \"reaction\": {\"severityGrade\": 6}} | 400 | /reaction/severityGrade",
                "{\"documentNumber\": \"B-6\", \"reaction\": {\"severityGrade\": \"3\"}} | 400 | /reaction/severityGrade",
                "{\"documentNumber\": \"B-7\", \"reaction\": {\"seriousness\": [\"DEATH\", \"DEATH\"]}} | 400 | /reaction/seriousness",
                "{\"documentNumber\": \"B-8\", \"reaction\": {\"onsetOn\": \"2026-02-30\"}} | 400 | /reaction/onsetOn",
                "{\"documentNumber\": \"B-9\", \"reporter\": {\"profession\": \"SYSTEM\", \"reference\": \"x\"}} | 400 | /reporter/profession",
                "{\"documentNumber\": \"B-10\", \"protocol\": \"NO_SUCH\"} | 422 | /protocol",
                "{\"documentNumber\": \"B-11\", \"reaction\": {\"term\": {\"dictionary\": \"SAISEI-TRIAL\", \"version\": \"1.0\", \"code\": \"ST-9999\"}}} | 422 | /reaction/term/code",
                "{\"documentNumber\": \"B-12\", \"reaction\": {\"verbatim\": 7}} | 400 | /reaction/verbatim"
            })
    void badInputIsNamedAndLeavesNothingBehind(String body, int status, String pointer) {
        long cases = Database.count("safety_case");
        long entries = Database.count("feed_entry");
        long sent = Database.count("outbox");

        io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.hospital(Reports.FACILITY))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/cases")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));

        assertThat(Database.count("safety_case")).isEqualTo(cases);
        assertThat(Database.count("feed_entry")).isEqualTo(entries);
        assertThat(Database.count("outbox")).isEqualTo(sent);
    }

    @Test
    void aDayThatHasNotComeInJapanIsRefused() {
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(1).toString();
        var report = Reports.complete();
        report.put("awareOn", tomorrow);
        report.put("reaction", Map.of("onsetOn", tomorrow));

        Reports.send(report)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/awareOn", "/reaction/onsetOn"));
    }

    @Test
    void aCommittedEntryThatNobodyAppendedIsAppendedByTheSweep() {
        var caseId = Reports.accepted(Reports.complete());
        awaitPosition(caseId);
        long before = head();
        superuser("INSERT INTO feed_entry (case_id, version, event, facility_id, seriousness, special_interest, alert,"
                + " data) VALUES ('" + caseId + "', 99, 'case-linked', 'F-TOKYO-01', '{}', false, false, '{}')");

        Awaitility.await().until(() -> head() > before);

        assertThat(Database.rows("SELECT position FROM feed_entry WHERE version = 99 AND case_id = ?::uuid", caseId))
                .singleElement()
                .satisfies(row -> assertThat(row.get("position")).isNotNull());
    }

    private static void awaitPosition(String caseId) {
        Awaitility.await()
                .until(() -> Database.rows(
                                "SELECT 1 FROM feed_entry WHERE case_id = ?::uuid AND position IS NULL", caseId)
                        .isEmpty());
    }

    private static long head() {
        return ((Number) Database.rows("SELECT position FROM feed_head")
                        .getFirst()
                        .get("position"))
                .longValue();
    }

    private static void superuser(String statement) {
        try (var connection = Database.superuser();
                var run = connection.createStatement()) {
            run.executeUpdate(statement);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> version(String reason) {
        var version = new HashMap<>(Reports.complete());
        version.remove("documentNumber");
        version.put("reason", reason);
        return version;
    }
}
