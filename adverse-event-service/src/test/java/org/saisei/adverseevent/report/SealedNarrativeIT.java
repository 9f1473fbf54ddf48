package org.saisei.adverseevent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.adverseevent.Reports;
import org.saisei.kit.crypto.Envelope;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KeyRules;
import org.saisei.kit.test.SealedRow;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class SealedNarrativeIT {
    private static final String NARRATIVE = "投与中に息切れを訴えた";

    @Inject
    Envelope envelope;

    @Inject
    MeterRegistry meters;

    private String caseId;
    private SealedRow row;

    @BeforeEach
    void aCaseWithANarrative() {
        var report = Reports.serious();
        report.put("narrative", NARRATIVE);
        caseId = Reports.send(report).then().statusCode(201).extract().path("caseId");
        row = new SealedRow("case_version", "texts_", "case_id = '" + caseId + "'");
    }

    private String audited() {
        var audited = Database.rows(
                        "SELECT after ->> 'textsCiphertext' AS text FROM audit WHERE action = 'reportCase'"
                                + " AND ? = ANY (resource_ids)",
                        caseId)
                .getFirst();
        return String.valueOf(audited.get("text"));
    }

    @Test
    void theNarrativeIsReadFromTheTrailWithItsRowsKeyAlone() {
        var opened = envelope.open(row.with(audited()), "case:" + caseId);

        assertThat(new String(opened, StandardCharsets.UTF_8)).contains(NARRATIVE);
    }

    @Test
    void itsKeyIsWrappedAnewAfterTheWrappingKeyWasReplaced() throws Exception {
        row.putUnderTheFormerKey();

        await().atMost(20, TimeUnit.SECONDS).until(row::keyId, "test"::equals);

        theNarrativeIsReadFromTheTrailWithItsRowsKeyAlone();
    }

    @Test
    void theCaseIsReadWithoutItOnceItsKeyIsDestroyed() {
        Database.rows(
                "UPDATE case_version SET texts_wrapped_key = '' WHERE case_id = ?::uuid RETURNING case_id", caseId);

        Reports.get(Tokens.hospital(Reports.FACILITY), "/cases/{id}", caseId)
                .then()
                .statusCode(200)
                .body("state", equalTo("REPORTED"))
                .body("narrative", nullValue());
    }

    @Test
    void everyTableWithWrappedKeysIsDeclared() {
        KeyRules.check(meters);
    }
}
