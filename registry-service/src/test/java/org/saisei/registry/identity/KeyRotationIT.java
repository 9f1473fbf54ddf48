package org.saisei.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.newCandidate;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KeyRules;
import org.saisei.kit.test.SealedRow;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

@QuarkusTest
@WithRealParts
class KeyRotationIT {
    @Inject
    MeterRegistry meters;

    private String subject;

    @BeforeEach
    void aPatientIsEnrolled() {
        subject = Registry.enrol(newCandidate());
    }

    private SealedRow row() {
        return new SealedRow("identity.patient", "", "subject_id = '" + subject + "'");
    }

    private String ciphertext() {
        return Database.rows("SELECT encode(ciphertext, 'hex') FROM identity.patient WHERE subject_id = ?", subject)
                .toString();
    }

    private double gauge(String name) {
        return meters.get(name).tag("table", "identity.patient").gauge().value();
    }

    @Test
    void aKeyUnderAFormerWrappingKeyIsWrappedAnewAndTheTextStaysAsItIs() throws Exception {
        var before = ciphertext();
        row().putUnderTheFormerKey();
        hospital().get("/subjects/" + subject + "/identity").then().statusCode(200);

        await().atMost(20, TimeUnit.SECONDS).until(row()::keyId, "test"::equals);

        assertThat(ciphertext()).isEqualTo(before);
        hospital().get("/subjects/" + subject + "/identity").then().statusCode(200);
        await().until(() -> gauge("saisei.keys.waiting.for.rewrap"), waiting -> waiting == 0);
    }

    @Test
    void wrappingAnewIsAuditedWithTheKeysBeforeAndAfter() throws Exception {
        row().putUnderTheFormerKey();

        await().atMost(20, TimeUnit.SECONDS).until(row()::keyId, "test"::equals);

        assertThat(Database.rows(
                        "SELECT before ->> 'keyIds' AS before, after ->> 'keyIds' AS after, (after ->> 'rows')::int AS rows"
                                + " FROM audit WHERE action = 'rewrapKeys' AND actor = 'service:registry-service'"
                                + " AND before ->> 'table' = 'identity.patient' AND after ->> 'table' = 'identity.patient'"
                                + " ORDER BY position DESC LIMIT 1"))
                .containsExactly(Map.of("before", "[\"former\"]", "after", "[\"test\"]", "rows", 1));
    }

    @Test
    void aKeyUnderALostWrappingKeyIsToldOfAndKeepsNoOtherFromBeingServed() throws Exception {
        var other = Registry.enrol(newCandidate());
        var wrapped = row().wrappedKey();
        row().put("lost", wrapped);

        await().atMost(20, TimeUnit.SECONDS).until(() -> gauge("saisei.keys.unknown"), unknown -> unknown == 1);

        hospital()
                .get("/subjects/" + subject + "/identity")
                .then()
                .statusCode(500)
                .body(not(containsString("lost")));
        hospital().get("/subjects/" + other + "/identity").then().statusCode(200);
        hospital().get("/subjects/" + subject).then().statusCode(200);
        row().put("test", wrapped);
        await().atMost(20, TimeUnit.SECONDS).until(() -> gauge("saisei.keys.unknown"), unknown -> unknown == 0);
    }

    @Test
    void everyTableWithWrappedKeysIsDeclared() {
        KeyRules.check(meters);
    }
}
