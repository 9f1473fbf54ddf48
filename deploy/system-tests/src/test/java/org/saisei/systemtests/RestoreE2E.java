package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.saisei.local.PostgresServer;
import org.saisei.stack.ServiceName;
import org.saisei.stack.ServiceProcess;

/**
 * Eligibility's database is taken back to an earlier moment while the topics and the other services go on, as
 * docs/operations/restore.md has it done. The steps are those of the runbook, in its order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ResourceLock("a stack of their own")
class RestoreE2E {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FACILITIES = "saisei.eligibility.facilities";
    private static final String ASSESSMENTS = "saisei.eligibility.assessments";
    private static final String SUBJECTS = "saisei.registry.subjects";

    private static Stack stack;
    private static Journey journey;
    private static JsonNode suspension;
    private static JsonNode forgottenAssessment;
    private static String forgottenCandidate;
    private static String forgottenSubject;
    private static PostgresServer recovered;
    private static ServiceProcess restored;

    @BeforeAll
    static void somethingIsRecordedAfterTheMomentToGoBackTo() {
        stack = Stack.start("restored");
        var backup = new PointInTime(stack);
        journey = new Journey(stack).accredited();
        var before = journey.enrol(journey.assess("A").text("candidateId"))
                .expect(201)
                .text("subjectId");
        await().atMost(SOON).until(() -> eligibilityHasRead(before));

        var moment = backup.now();
        suspension = Journey.json("""
                {"documentNumber": "%s", "from": "2026-09-01", "reason": "A test of the restore."}
                """, Journey.document());
        suspend().expect(201);
        forgottenAssessment = journey.assessment("A");
        forgottenCandidate = journey.hospital(ServiceName.ELIGIBILITY)
                .post("/assessments", forgottenAssessment)
                .expect(201)
                .text("candidateId");
        forgottenSubject = journey.enrol(forgottenCandidate).expect(201).text("subjectId");
        await().atMost(SOON).until(() -> eligibilityHasRead(forgottenSubject));
        await().atMost(SOON).until(() -> hasApplied(ServiceName.REGISTRY, FACILITIES, journey.facility(), 2));
        await().atMost(SOON).until(() -> hasApplied(ServiceName.REGISTRY, ASSESSMENTS, forgottenCandidate, 1));

        stack.service(ServiceName.ELIGIBILITY).stop();
        recovered = backup.recover(moment);
    }

    @AfterAll
    static void stop() {
        stack.close();
        if (recovered != null) {
            recovered.close();
        }
    }

    @Test
    @Order(1)
    void withoutABrokerTheRestoredServiceServesNothingAndSaysWhy() throws Exception {
        stack.processes().kafka().kill();
        restored = stack.processes()
                .start(
                        ServiceName.ELIGIBILITY,
                        2,
                        Map.of("QUARKUS_DATASOURCE_JDBC_URL", recovered.jdbcUrl(ServiceName.ELIGIBILITY.database())));
        stack.replace(ServiceName.ELIGIBILITY, restored);

        await().atMost(SOON).until(() -> ready().contains("not the database that was compared last"));

        var refused = suspend();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    @Order(2)
    void onceTheBrokerIsThereItComparesAndServes() {
        stack.processes().kafka().restart();

        restored.awaitReady(SOON);
    }

    @Test
    @Order(3)
    void exactlyTheForgottenActsAreListedByTheirDocumentNumbers() {
        assertThat(forgotten().findValuesAsText("documentNumber"))
                .containsExactlyInAnyOrder(
                        suspension.path("documentNumber").asText(),
                        forgottenAssessment.path("documentNumber").asText());
        assertThat(forgotten().findValuesAsText("facilityId")).containsOnly(journey.facility());
        assertThat(totals(ServiceName.ELIGIBILITY).path("LOST").asLong()).isGreaterThanOrEqualTo(2);
    }

    @Test
    @Order(4)
    void whatItHadReadAfterTheMomentIsReadAgain() {
        await().atMost(SOON).until(() -> restoredHasRead(forgottenSubject));
    }

    @Test
    @Order(5)
    void aReEnteredActReachesThoseWhoKnowTheForgottenOne() {
        suspend().expect(201);

        await().atMost(SOON).until(() -> hasApplied(ServiceName.REGISTRY, FACILITIES, journey.facility(), 3));
        assertThat(Topics.of(stack, FACILITIES, journey.facility()))
                .extracting(Topics.Event::sequence)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    @Order(6)
    void resolvedTheyAreLostNoMoreAndAllThreeAreWell() {
        var operator = stack.caller(ServiceName.ELIGIBILITY, "operator", null);
        StreamSupport.stream(forgotten().path("items").spliterator(), false)
                .forEach(event -> operator.post(
                                "/forgotten-events/" + event.path("eventId").asText() + "/resolution",
                                Journey.json(
                                        """
                                        {"documentNumber": "INC-1", "resolution": "%s", "reason": "Asked the hospital."}
                                        """,
                                        event.path("topic").asText().equals(FACILITIES) ? "RE_ENTERED" : "GIVEN_UP"))
                        .expect(201));

        assertThat(forgotten().path("items")).isEmpty();
        for (var service : ServiceName.values()) {
            await(service.folder()).atMost(SOON).untilAsserted(() -> {
                var answer = stack.caller(service, "operator", null)
                        .get("/reconciliation?hours=1")
                        .expect(200)
                        .body();
                assertThat(answer.path("complete").asBoolean()).as("%s", answer).isTrue();
                assertThat(answer.path("totals"))
                        .as("%s", answer)
                        .allSatisfy(total -> assertThat(total.asLong()).isZero());
            });
        }
    }

    @Test
    @Order(7)
    void onTheDatabaseThatItComparedItServesWithoutABrokerAndTellsLater() {
        stack.processes().kafka().kill();
        restored.restart();
        restored.awaitReady(SOON);
        var candidate = journey.assess("A").text("candidateId");

        stack.processes().kafka().restart();

        await().atMost(SOON).until(() -> hasApplied(ServiceName.REGISTRY, ASSESSMENTS, candidate, 1));
    }

    private static Reply suspend() {
        return stack.caller(ServiceName.ELIGIBILITY, "registrar", null)
                .post("/facilities/" + journey.facility() + "/accreditations/STEMIRAC/suspension", suspension);
    }

    private static JsonNode forgotten() {
        return stack.caller(ServiceName.ELIGIBILITY, "operator", null)
                .get("/forgotten-events")
                .expect(200)
                .body();
    }

    private static JsonNode totals(ServiceName service) {
        return stack.caller(service, "operator", null)
                .get("/reconciliation?hours=1")
                .expect(200)
                .body()
                .path("totals");
    }

    private static boolean eligibilityHasRead(String subject) {
        return hasApplied(ServiceName.ELIGIBILITY, SUBJECTS, subject, 1);
    }

    private static boolean hasApplied(ServiceName service, String topic, String key, long sequence) {
        return stack.number(
                        service,
                        "SELECT count(*) FROM inbox_mark WHERE topic = ? AND key = ? AND last_seq >= ?",
                        topic,
                        key,
                        sequence)
                == 1;
    }

    private static boolean restoredHasRead(String subject) {
        try (var connection = recovered.superuser(ServiceName.ELIGIBILITY.database());
                var statement = connection.prepareStatement("SELECT 1 FROM inbox WHERE topic = ? AND key = ?")) {
            statement.setString(1, SUBJECTS);
            statement.setString(2, subject);
            return statement.executeQuery().next();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ready() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(restored.managementUri() + "/q/health/ready"))
                .build();
        try {
            return Caller.HTTP
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (java.net.ConnectException notYet) {
            return "";
        }
    }
}
