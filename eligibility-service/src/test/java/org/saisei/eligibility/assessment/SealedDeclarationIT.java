package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.eligibility.Hospital.with;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.crypto.Envelope;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KeyRules;
import org.saisei.kit.test.SealedRow;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class SealedDeclarationIT {
    private static final String REASONS = "他に選択肢がないと判断した";

    @Inject
    Envelope envelope;

    @Inject
    MeterRegistry meters;

    private Hospital hospital;
    private String assessment;
    private SealedRow row;

    @BeforeEach
    void anAssessmentWithADeclaration() {
        hospital = Hospital.accredited();
        assessment = hospital.create(
                        "/assessments",
                        with(
                                hospital.assessment(with(Hospital.facts(), "infection", true)),
                                "noOtherTreatmentOption",
                                Map.of("declaredOn", "2026-04-10", "reasons", REASONS)))
                .then()
                .statusCode(201)
                .body("decision", equalTo("ELIGIBLE_WITH_CAUTION"))
                .extract()
                .path("assessmentId");
        row = new SealedRow("assessment", "reasons_", "assessment_id = '" + assessment + "'");
    }

    private String audited() {
        var audited = Database.rows(
                        "SELECT after ->> 'reasonsCiphertext' AS text FROM audit WHERE action = 'assessPatient'"
                                + " AND ? = ANY (resource_ids)",
                        assessment)
                .getFirst();
        return String.valueOf(audited.get("text"));
    }

    @Test
    void theReasonsAreReadFromTheTrailWithTheirRowsKeyAlone() {
        var opened = envelope.open(row.with(audited()), "assessment:" + assessment);

        assertThat(new String(opened, StandardCharsets.UTF_8)).isEqualTo(REASONS);
    }

    @Test
    void theirKeyIsWrappedAnewAfterTheWrappingKeyWasReplaced() throws Exception {
        row.putUnderTheFormerKey();

        await().atMost(20, TimeUnit.SECONDS).until(row::keyId, "test"::equals);

        theReasonsAreReadFromTheTrailWithTheirRowsKeyAlone();
    }

    @Test
    void anAssessmentIsReadWithoutTheirTextOnceTheirKeyIsDestroyed() {
        Database.rows(
                "UPDATE assessment SET reasons_wrapped_key = '' WHERE assessment_id = ?::uuid RETURNING assessment_id",
                assessment);

        hospital.get("/assessments/" + assessment)
                .then()
                .statusCode(200)
                .body("decision", equalTo("ELIGIBLE_WITH_CAUTION"))
                .body("noOtherTreatmentOption.declaredOn", equalTo("2026-04-10"))
                .body("noOtherTreatmentOption.reasons", nullValue());
    }

    @Test
    void everyTableWithWrappedKeysIsDeclared() {
        KeyRules.check(meters);
    }
}
