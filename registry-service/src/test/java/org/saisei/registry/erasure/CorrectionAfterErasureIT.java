package org.saisei.registry.erasure;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.registry.Registry.Absent.ABSENT;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;
import static org.saisei.registry.erasure.Erasing.erase;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

/** No text can bring the patient's name back once it is erased. */
@QuarkusTest
@WithRealParts
class CorrectionAfterErasureIT {
    private static final String NAME = "見本 太郎";

    private String subject;
    private String corrections;

    @BeforeEach
    void aPatientIsErased() {
        subject = Registry.enrol(newCandidate());
        corrections = "/subjects/" + subject + "/collections/" + collect(subject) + "/corrections";
        erase(subject).then().statusCode(201);
    }

    private static Map<String, Object> voiding() {
        return Map.of(
                "documentNumber", newDocument("COR"), "action", "VOID", "ground", "OTHER_PATIENT", "reason", NAME);
    }

    @Test
    void aTextIsRefusedAndNothingIsCorrected() {
        post(corrections, voiding())
                .then()
                .statusCode(422)
                .body("type", is("/problems/text-after-erasure"))
                .body("errors.pointer", contains("/reason"))
                .body("errors.rule", contains("NOT_ALLOWED"));

        assertThat(Database.rows("SELECT 1 FROM fact_correction WHERE subject_id = ?", subject))
                .isEmpty();
    }

    @Test
    void aCodeIsReasonEnoughAndStaysOnRecord() {
        post(corrections, with(voiding(), entry("reason", ABSENT))).then().statusCode(201);

        hospital()
                .get("/subjects/" + subject + "/disclosure")
                .then()
                .statusCode(200)
                .body("corrections[0].reason", nullValue())
                .body("corrections[0].ground", is("OTHER_PATIENT"));
        hospital()
                .get("/subjects/" + subject + "/journey")
                .then()
                .body("entries.find { it.what == 'CORRECTION' }.details.ground", is("OTHER_PATIENT"));
        assertThat(Database.rows(
                        "SELECT reason FROM audit WHERE action = 'correctCollection' AND ? = ANY (resource_ids)",
                        subject))
                .singleElement()
                .satisfies(row -> assertThat(row.get("reason")).isEqualTo("OTHER_PATIENT"));
        assertThat(Database.rows("SELECT wrapped_key FROM fact_correction WHERE subject_id = ?", subject))
                .singleElement()
                .satisfies(row -> assertThat((byte[]) row.get("wrapped_key")).isEmpty());
    }

    @Test
    void oneWithNeitherIsRefused() {
        var nothing = with(voiding(), entry("reason", ABSENT), entry("ground", ABSENT));

        post(corrections, nothing).then().statusCode(400).body("errors.pointer", contains("/reason"));
    }
}
