package org.saisei.registry.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.erasure.Erasing.erase;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.crypto.Envelope;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.SealedRow;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

/** The audit trail holds what was sealed as ciphertext of the row's own key, for as long as the row has it. */
@QuarkusTest
@WithRealParts
class AuditCiphertextIT {
    @Inject
    Envelope envelope;

    private String subject;

    @BeforeEach
    void aPatientIsEnrolled() {
        subject = Registry.enrol(newCandidate());
    }

    private String opened(String table, String context, String ciphertext) {
        var row = new SealedRow(table, "", "subject_id = '" + subject + "'");
        return new String(envelope.open(row.with(ciphertext), context), StandardCharsets.UTF_8);
    }

    private String audited(String action, String field) {
        var audited = Database.rows(
                        "SELECT after ->> ? AS text FROM audit WHERE action = ? AND ? = ANY (resource_ids)",
                        field,
                        action,
                        subject)
                .getFirst();
        return String.valueOf(audited.get("text"));
    }

    @Test
    void anIdentityIsReadFromTheTrailWithItsRowsKeyUntilThatIsErased() {
        var ciphertext = audited("enrolSubject", "identityCiphertext");
        assertThat(opened("identity.patient", "subject:" + subject, ciphertext)).contains("見本 太郎", "1971-08-20");

        erase(subject).then().statusCode(201);

        assertThat(audited("enrolSubject", "identityCiphertext")).isEqualTo(ciphertext);
        assertThat(Database.rows("SELECT wrapped_key FROM identity.patient WHERE subject_id = ?", subject))
                .isEqualTo(List.of());
    }

    @Test
    void aCorrectionsReasonIsReadFromTheTrailWithItsRowsKey() {
        String correction = post(
                        "/subjects/" + subject + "/collections/" + collect(subject) + "/corrections",
                        Map.of("documentNumber", newDocument("COR"), "reason", "取り違え", "action", "VOID"))
                .then()
                .statusCode(201)
                .extract()
                .path("correctionId");

        assertThat(opened(
                        "fact_correction",
                        "correction:" + correction,
                        audited("correctCollection", "reasonCiphertext")))
                .isEqualTo("取り違え");
    }
}
