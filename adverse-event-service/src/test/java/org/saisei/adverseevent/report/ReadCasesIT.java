package org.saisei.adverseevent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.saisei.adverseevent.Reports;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.HistoryRules;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
@NullUnmarked
class ReadCasesIT {
    private static final String TOPIC = "saisei.safety.cases";

    @Test
    void anotherFacilitysCaseLooksLikeNoCaseAtAll() {
        var caseId = Reports.accepted(Reports.complete());

        Reports.get(Tokens.hospital("F-OSAKA-02"), "/cases/{id}", caseId).then().statusCode(404);
        Reports.get(Tokens.hospital("F-OSAKA-02"), "/cases?facility={f}", Reports.FACILITY)
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
        Reports.get(Tokens.token("operator", null), "/cases/{id}", caseId)
                .then()
                .statusCode(403);
        Reports.get(Tokens.token("manufacturer", null, "VASCULAR_REGENERATION"), "/cases/{id}", caseId)
                .then()
                .statusCode(404);
        Reports.get(Tokens.token("manufacturer", null, "STEMIRAC"), "/cases/{id}", caseId)
                .then()
                .statusCode(200);
    }

    @Test
    void aListIsPagedWithoutGapOrRepeat() {
        var facility = "F-PAGES-01";
        var reported = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            reported.addFirst(
                    Reports.send(facility, Reports.complete(), UUID.randomUUID().toString())
                            .path("caseId"));
        }
        var token = Tokens.hospital(facility);

        var read = new ArrayList<String>();
        String next = null;
        do {
            var page = Reports.get(token, "/cases?limit=2" + (next == null ? "" : "&after=" + next));
            read.addAll(page.path("items.caseId"));
            next = page.path("next");
        } while (next != null);

        assertThat(read).isEqualTo(reported);
        Reports.get(token, "/cases?limit=0").then().statusCode(400);
        Reports.get(token, "/cases?after=nonsense").then().statusCode(400);
        Reports.get(token, "/cases?state=LOST").then().statusCode(400);
    }

    @Test
    void theNarrativeIsReadByThoseWhoMayAndStandsNowhereInClear() {
        var marker = "患者名マーカー山田太郎";
        var reference = "MRN-MARKER-4711";
        var report = Reports.serious();
        report.put("narrative", marker + "に呼吸困難");
        report.put("patient", Map.of("reporterReference", reference));
        report.put("malfunction", Map.of("lotNumber", "LOT-1", "description", marker + "の容器"));
        report.put("reaction", Map.of("verbatim", marker + "の発疹", "seriousness", List.of("HOSPITALISATION")));
        var log = new CopyOnWriteArrayList<String>();
        var listener = listener(log);
        Logger.getLogger("").addHandler(listener);
        var answer = Reports.send(report);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.asString()).doesNotContain(marker, reference);
        String caseId = answer.path("caseId");

        for (var token : List.of(
                Tokens.hospital(Reports.FACILITY),
                Tokens.safetyOfficer(),
                Tokens.registrar(),
                Tokens.token("manufacturer", null, "STEMIRAC"))) {
            Reports.get(token, "/cases/{id}", caseId)
                    .then()
                    .statusCode(200)
                    .body("narrative", equalTo(marker + "に呼吸困難"))
                    .body("malfunction.description", equalTo(marker + "の容器"))
                    .body("reaction.verbatim", equalTo(marker + "の発疹"));
        }
        Reports.get(Tokens.hospital(Reports.FACILITY), "/cases/{id}", caseId)
                .then()
                .body("patient.reporterReference", equalTo(reference));
        Reports.get(Tokens.safetyOfficer(), "/cases/{id}", caseId)
                .then()
                .body("patient.reporterReference", nullValue());
        assertThat(Reports.get(Tokens.safetyOfficer(), "/cases").asString()).doesNotContain(marker, reference);

        KafkaProbe.awaitEvents(TOPIC, caseId, events -> !events.isEmpty());
        assertThat(Database.tables()).isNotEmpty().allSatisfy(table -> {
            assertThat(Database.holds(table, marker)).as(table).isFalse();
            assertThat(Database.holds(table, reference)).as(table).isFalse();
        });
        assertThat(KafkaProbe.all(TOPIC))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.value().toString()).doesNotContain(marker, reference));
        Logger.getLogger("").removeHandler(listener);
        assertThat(log).allSatisfy(line -> assertThat(line).doesNotContain(marker, reference));
    }

    private static Handler listener(List<String> log) {
        var formatter = new SimpleFormatter();
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.add(formatter.format(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void aCaseKeptByAReleaseThatKnewFewerMembersIsStillRead() throws SQLException {
        var caseId = Reports.accepted(Reports.complete());
        try (var connection = Database.pastTriggers();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE case_version SET content = content #- '{reaction,verbatim}' WHERE case_id = '%s'"
                            .formatted(caseId));
        }

        Reports.get(Tokens.safetyOfficer(), "/cases/{id}", caseId)
                .then()
                .statusCode(200)
                .body("reaction.term.code", equalTo("ST-0001"));
    }

    @Test
    void everyWriteAndEveryReadLeavesAnAuditRow() {
        var caseId = Reports.accepted(Reports.complete());
        Reports.get(Tokens.safetyOfficer(), "/cases/{id}", caseId).then().statusCode(200);

        var rows = Database.rows(
                "SELECT kind, action, actor FROM audit WHERE ? = ANY (resource_ids) ORDER BY position", caseId);

        assertThat(rows)
                .extracting(row -> row.get("kind") + " " + row.get("action"))
                .contains("WRITE reportCase", "READ getCase");
    }

    @Test
    void whatIsRecordedStays() {
        HistoryRules.check(
                "public.feed_head",
                "public.feed_entry.position",
                "public.feed_entry.appended_at",
                "public.case_version.texts_key_id",
                "public.case_version.texts_wrapped_key");
    }

    @Test
    void theRuntimeRoleCannotRewriteWhatWasReported() {
        var caseId = Reports.accepted(Reports.complete());

        for (var forbidden : List.of(
                "DELETE FROM safety_case WHERE case_id = '%s'",
                "UPDATE case_version SET content = '{}' WHERE case_id = '%s'",
                "DELETE FROM case_version WHERE case_id = '%s'",
                "DELETE FROM feed_entry WHERE case_id = '%s'",
                "UPDATE feed_entry SET data = '{}' WHERE case_id = '%s'")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> {
                        try (var connection = Database.runtime();
                                var statement = connection.createStatement()) {
                            statement.executeUpdate(forbidden.formatted(caseId));
                        }
                    })
                    .hasMessageContaining("permission denied");
        }
    }
}
