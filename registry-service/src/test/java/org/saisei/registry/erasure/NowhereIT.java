package org.saisei.registry.erasure;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.enrolment;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;
import static org.saisei.registry.erasure.Erasing.erase;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

/**
 * An erased identity can be found nowhere: not in a table, and once PostgreSQL has rewritten what held it, in no file of
 * PostgreSQL, Kafka or the journal.
 */
@QuarkusTest
@WithRealParts
class NowhereIT {
    private static final Map<String, String> IDENTITY = Map.of(
            "nameKanji",
            "消去対象 花子",
            "nameKana",
            "ショウキョ ハナコ",
            "birthDate",
            "1938-02-19",
            "medicalRecordNumber",
            "MRN-ERASED-0815");
    private static final String REASON = "消去対象 花子 ではない患者の記録";
    private static final List<String> REWRITTEN =
            List.of("identity.patient", "identity.match_index", "fact_correction", "idempotency");

    @BeforeEach
    void segmentsOfTheLogOfChangesAreNotUsedAgain() throws SQLException {
        asSuperuser("ALTER SYSTEM SET wal_recycle = off", "SELECT pg_reload_conf()");
    }

    @AfterEach
    void asBefore() throws SQLException {
        asSuperuser("ALTER SYSTEM RESET wal_recycle", "SELECT pg_reload_conf()");
    }

    @Test
    void anErasedIdentityIsNeitherInATableNorInAFile() throws SQLException {
        String subject = post("/subjects", with(enrolment(newCandidate()), entry("identity", IDENTITY)))
                .then()
                .statusCode(201)
                .extract()
                .path("subjectId");
        post(
                        "/subjects/" + subject + "/collections/" + collect(subject) + "/corrections",
                        Map.of("documentNumber", newDocument("COR"), "reason", REASON, "action", "VOID"))
                .then()
                .statusCode(201);
        hospital().get("/subjects/" + subject + "/identity").then().statusCode(200);
        var plain = new Bytes();
        IDENTITY.forEach(plain::want);
        plain.want("reason", REASON);
        var keys = keys(subject);
        asSuperuser("ANALYZE", "CHECKPOINT");

        assertThat(keys.in(folder()))
                .as("the search finds what is there")
                .anyMatch(found -> found.startsWith("key of identity.patient in postgres/data/base"))
                .anyMatch(found -> found.startsWith("key of identity.patient in postgres/data/pg_wal"))
                .anyMatch(found -> found.startsWith("key of fact_correction"))
                .anyMatch(found -> found.startsWith("match hash"))
                .anyMatch(found -> found.startsWith("fingerprint"));
        var recorded = auditUpTo(lastAudit());

        erase(subject).then().statusCode(201);

        for (var value : IDENTITY.values()) {
            assertThat(Database.tables()).noneMatch(table -> Database.holds(table, value));
        }
        await().atMost(60, TimeUnit.SECONDS).untilAsserted(() -> {
            rewrite();
            assertThat(keys.in(folder())).isEmpty();
        });
        assertThat(plain.in(folder())).isEmpty();
        assertThat(auditUpTo(recorded.position())).isEqualTo(recorded);
        hospital().get("/subjects/" + subject + "/journey").then().statusCode(200);
    }

    private static Bytes keys(String subject) {
        var keys = new Bytes();
        for (var table : List.of("identity.patient", "fact_correction")) {
            Database.rows("SELECT wrapped_key FROM " + table + " WHERE subject_id = ?", subject)
                    .forEach(row -> keys.want("key of " + table, bytes(row.get("wrapped_key"))));
        }
        Database.rows("SELECT purpose, hash FROM identity.match_index WHERE subject_id = ?", subject)
                .forEach(row -> keys.want("match hash " + row.get("purpose"), bytes(row.get("hash"))));
        Database.rows(
                        "SELECT fingerprint FROM idempotency WHERE headers ->> 'Location' LIKE '/subjects/' || ? || '%'",
                        subject)
                .forEach(row -> keys.want("fingerprint " + row.hashCode(), bytes(row.get("fingerprint"))));
        return keys;
    }

    /** What docs/operations/erasure.md has an operator do. */
    private static void rewrite() throws SQLException {
        for (var table : REWRITTEN) {
            asSuperuser("VACUUM FULL " + table);
        }
        asSuperuser("CHECKPOINT", "SELECT pg_switch_wal()", "CHECKPOINT");
    }

    private static void asSuperuser(String... statements) throws SQLException {
        try (var connection = Database.superuser();
                var sql = connection.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static byte[] bytes(@Nullable Object column) {
        return (byte[]) Objects.requireNonNull(column);
    }

    private record Trail(long position, String hash) {}

    private static long lastAudit() {
        var last = Database.rows("SELECT max(position) AS last FROM audit").getFirst();
        return (Long) Objects.requireNonNull(last.get("last"));
    }

    private static Trail auditUpTo(long position) {
        var hash = Database.rows(
                        "SELECT md5(string_agg(a::text, '' ORDER BY position)) AS hash FROM audit a WHERE position <= ?",
                        position)
                .getFirst()
                .get("hash");
        return new Trail(position, String.valueOf(hash));
    }

    private static Path folder() {
        return Path.of(ConfigProvider.getConfig().getValue("saisei.test.folder", String.class));
    }
}
