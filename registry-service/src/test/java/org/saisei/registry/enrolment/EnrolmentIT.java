package org.saisei.registry.enrolment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.registry.Registry.FACILITY;
import static org.saisei.registry.Registry.SUBJECTS;
import static org.saisei.registry.Registry.decide;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.enrolment;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.identity;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.otherHospital;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

@QuarkusTest
@WithRealParts
class EnrolmentIT {
    private final String candidate = newCandidate();

    @Test
    void anEnrolmentIsAnsweredWithItsRegistryNumberAndWithoutTheIdentity() {
        var body = enrolment(candidate);

        var answer = post("/subjects", body);

        answer.then()
                .statusCode(201)
                .header("Location", matchesPattern("/subjects/[1-9][0-9]{11}"))
                .header("ETag", "\"1\"")
                .body("subjectId", matchesPattern("[1-9][0-9]{11}"))
                .body("facilityId", equalTo(FACILITY))
                .body("standing", equalTo("PENDING"))
                .body("ageYears", equalTo(54))
                .body("identity", nullValue());
        assertThat(answer.asString()).doesNotContain("見本", "1971-08-20");
    }

    @Test
    void theEnrolmentIsToldOnTheBus() {
        String subject = enrol(candidate);

        var event = Registry.awaitEvents(SUBJECTS, subject, "saisei.registry.subject-enrolled.v1", 1)
                .getFirst();

        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.value().get("candidateId").asText()).isEqualTo(candidate);
        assertThat(event.value().get("standing").asText()).isEqualTo("PENDING");
        assertThat(event.value().get("analysisSet").asText()).isEqualTo("TREATMENT");
    }

    @Test
    void aRepeatWithTheSameKeyIsAnsweredAlikeAndEnrolsOnce() {
        var body = enrolment(candidate);
        var key = UUID.randomUUID().toString();

        var first = hospital().header("Idempotency-Key", key).body(body).post("/subjects");
        var second = hospital().header("Idempotency-Key", key).body(body).post("/subjects");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(Database.rows("SELECT 1 FROM subject WHERE candidate_id = ?", candidate))
                .hasSize(1);
    }

    @Test
    void aDocumentNumberIsUsedOnceAndLeadsToWhatItRecorded() {
        var body = enrolment(candidate);
        String subject = post("/subjects", body).then().extract().path("subjectId");

        post("/subjects", body)
                .then()
                .statusCode(409)
                .header("Location", "/subjects/" + subject)
                .body("errors.pointer", contains("/documentNumber"));

        hospital()
                .queryParam("documentNumber", body.get("documentNumber"))
                .get("/subjects")
                .then()
                .statusCode(200)
                .body("items.subjectId", contains(subject))
                .body("next", nullValue());
    }

    @Test
    void aCandidateHasOneLivingEnrolment() {
        String subject = enrol(candidate);

        post("/subjects", enrolment(candidate))
                .then()
                .statusCode(409)
                .header("Location", "/subjects/" + subject)
                .body("type", equalTo("/problems/already-enrolled"))
                .body("errors.pointer", contains("/candidateId"));
    }

    @Test
    void anotherFacilityThatNamesTheCandidateLearnsNothingAndWaitsForItsOwnDecision() {
        decide(candidate, 1, "ELIGIBLE");
        String own = enrol(candidate);
        Registry.awaitStanding(own, "REGISTERED");

        post(otherHospital(), "/subjects", enrolment(candidate))
                .then()
                .statusCode(201)
                .body("standing", equalTo("PENDING"))
                .body("suspectedDuplicates", empty());
    }

    @Test
    void theSamePatientAgainIsFlaggedInTheSameFacilityOnly() {
        var patient = identity(newDocument("MRN"));
        String first = post("/subjects", with(enrolment(candidate), entry("identity", patient)))
                .then()
                .extract()
                .path("subjectId");

        post("/subjects", with(enrolment(newCandidate()), entry("identity", patient)))
                .then()
                .statusCode(201)
                .body("suspectedDuplicates", contains(first));
        post(otherHospital(), "/subjects", with(enrolment(newCandidate()), entry("identity", patient)))
                .then()
                .statusCode(201)
                .body("suspectedDuplicates", empty());
    }

    @Test
    void eightEnrolmentsAtOnceOfOneCandidateLeaveOneLiving() throws InterruptedException {
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            var calls = new java.util.ArrayList<java.util.concurrent.Callable<Integer>>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> post("/subjects", enrolment(candidate)).statusCode());
            }
            var statuses = threads.invokeAll(calls).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        }
    }
}
