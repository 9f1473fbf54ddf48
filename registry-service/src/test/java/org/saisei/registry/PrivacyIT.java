package org.saisei.registry;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.enrolment;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.HistoryRules;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class PrivacyIT {
    private static final List<String> MARKERS = List.of("標識漢字名", "ヒョウシキカナ", "1943-12-07", "MRN-MARKER-4711", "標識理由");
    private static final Map<String, Object> MARKED = Map.of(
            "nameKanji", MARKERS.get(0),
            "nameKana", MARKERS.get(1),
            "birthDate", MARKERS.get(2),
            "medicalRecordNumber", MARKERS.get(3));

    private final List<String> logged = java.util.Collections.synchronizedList(new ArrayList<>());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(ExtLogRecord.wrap(line).getFormattedMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void noIdentifierIsFoundOutsideItsSealedRow() {
        var body = with(enrolment(newCandidate()), entry("identity", MARKED));
        String subject =
                post("/subjects", body).then().statusCode(201).extract().path("subjectId");
        hospital().get("/subjects/" + subject + "/identity").then().statusCode(200);
        hospital().get("/subjects/" + subject + "/journey").then().statusCode(200);
        String fact = collect(subject);
        post(
                        "/subjects/" + subject + "/collections/" + fact + "/corrections",
                        Map.of(
                                "documentNumber",
                                newDocument("COR"),
                                "reason",
                                MARKERS.get(4) + " " + MARKERS.get(0),
                                "action",
                                "VOID"))
                .then()
                .statusCode(201);
        var problems = List.of(
                post("/subjects", body).asString(),
                post("/subjects", with(body, entry("documentNumber", newDocument("ENR")), entry("sex", "?")))
                        .asString(),
                post(
                                "/subjects",
                                with(
                                        enrolment(newCandidate()),
                                        entry("identity", MARKED),
                                        entry("injuryDate", "1930-01-01")))
                        .asString());
        Registry.awaitEvents(Registry.TREATMENTS, subject, "saisei.registry.fact-corrected.v1", 1);

        Logger.getLogger("org.saisei.registry").info("the search hears the log");
        assertThat(logged).anyMatch(line -> line.contains("the search hears the log"));
        assertThat(Database.holds("public.outbox", subject) && Database.holds("public.audit", subject))
                .as("the search finds what is there")
                .isTrue();
        for (var marker : MARKERS) {
            assertThat(Database.tables())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(table -> assertThat(Database.holds(table, marker))
                            .as(marker + " in " + table)
                            .isFalse());
            for (var topic : List.of(Registry.SUBJECTS, Registry.TREATMENTS)) {
                assertThat(KafkaProbe.all(topic))
                        .noneMatch(event -> event.toString().contains(marker));
            }
            assertThat(problems).noneMatch(problem -> problem.contains(marker));
            assertThat(logged).noneMatch(line -> line.contains(marker));
        }
    }

    @Test
    void theSealedRowIsNotTheSameForTheSamePatientTwice() {
        for (int i = 0; i < 2; i++) {
            post("/subjects", with(enrolment(newCandidate()), entry("identity", MARKED)))
                    .then()
                    .statusCode(201);
        }

        var rows = Database.rows("SELECT encode(ciphertext, 'hex') AS text FROM identity.patient");

        assertThat(rows).doesNotHaveDuplicates();
    }

    @Test
    void whatIsRecordedStays() {
        HistoryRules.check(
                "identity.patient",
                "identity.match_index",
                "public.fact_correction.key_id",
                "public.fact_correction.wrapped_key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET actor = 'x'",
                "DELETE FROM audit",
                "UPDATE outbox SET payload = ''",
                "DELETE FROM outbox",
                "DELETE FROM subject",
                "UPDATE subject SET candidate_id = 'x'",
                "DELETE FROM treatment_fact",
                "UPDATE treatment_fact SET content = '{}'",
                "DELETE FROM deviation",
                "UPDATE deviation SET rule_id = 'x'",
                "DELETE FROM fact_correction",
                "UPDATE standing_change SET standing = 'x'",
                "UPDATE candidate_decision SET decision = 'x'",
                "UPDATE identity.patient SET ciphertext = ''",
                "DELETE FROM planned_administration",
                "TRUNCATE subject CASCADE",
                "CREATE TABLE mine (x int)",
            })
    void theRuntimeRoleMayNotRewriteHistory(String statement) throws SQLException {
        try (var runtime = Database.runtime();
                var sql = runtime.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }
}
