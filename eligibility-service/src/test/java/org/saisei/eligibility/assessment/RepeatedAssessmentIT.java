package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.saisei.eligibility.Hospital.ASSESSMENTS;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class RepeatedAssessmentIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @Test
    void aRepeatedRequestHasOneEffectAndTheSameAnswer() {
        var request = hospital.assessment(Hospital.facts());
        var key = UUID.randomUUID().toString();
        var first = hospital.create("/assessments", request, key);

        var second = hospital.create("/assessments", request, key);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(KafkaProbe.awaitEvents(ASSESSMENTS, first.path("candidateId"), events -> !events.isEmpty()))
                .hasSize(1);
    }

    @Test
    void aRepeatedDocumentNumberLeadsToWhatItRecorded() {
        var request = hospital.assessment(Hospital.facts());
        String id = hospital.create("/assessments", request).path("assessmentId");

        hospital.create("/assessments", request)
                .then()
                .statusCode(409)
                .header("Location", org.hamcrest.Matchers.endsWith("/assessments/" + id))
                .body("errors.pointer", contains("/documentNumber"));
        hospital.get("/assessments?documentNumber=" + request.get("documentNumber"))
                .then()
                .body("items.assessmentId", contains(id));
    }

    @Test
    void oneDocumentNumberSentTwentyTimesAtOnceIsRecordedOnce() throws InterruptedException {
        var request = hospital.assessment(Hospital.facts());
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 20; i++) {
            calls.add(() -> hospital.create("/assessments", request).statusCode());
        }

        try (var threads = Executors.newFixedThreadPool(20)) {
            var statuses = threads.invokeAll(calls).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        }
        assertThat(Database.rows("SELECT 1 FROM assessment WHERE facility_id = ?", hospital.facilityId()))
                .hasSize(1);
        assertThat(Database.rows("SELECT 1 FROM candidate WHERE facility_id = ?", hospital.facilityId()))
                .hasSize(1);
    }
}
