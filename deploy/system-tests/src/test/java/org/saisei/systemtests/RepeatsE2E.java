package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;
import org.saisei.stack.ServiceProcess;

/** A request has its effect once, at whichever replica and however late its repeat arrives. */
@WithStack
class RepeatsE2E {
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    /** Transactions of the service that another holds up, at most for the second after which the service gives up. */
    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'registry_runtime' AND wait_event_type = 'Lock'";

    /** Keeps answers for a second only. */
    private static ServiceProcess second;

    private final Stack stack;
    private Journey journey;
    private String path;

    RepeatsE2E(Stack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void startAnotherReplica(Stack stack) {
        second = stack.processes().start(ServiceName.REGISTRY, 2, Map.of("SAISEI_IDEMPOTENCY_KEPT_FOR", "PT1S"));
        second.awaitReady(Stack.PATIENCE);
    }

    @AfterAll
    static void stopIt() {
        second.stop();
    }

    @BeforeEach
    void enrolledSubject() {
        journey = new Journey(stack).accredited();
        var subject = journey.enrol(journey.assess("A").text("candidateId"))
                .expect(201)
                .text("subjectId");
        path = "/subjects/" + subject + "/collections";
    }

    @AfterEach
    void theFirstReplicaRunsAgain() {
        var first = stack.service(ServiceName.REGISTRY);
        if (!first.isAlive()) {
            first.restart();
            first.awaitReady(Stack.PATIENCE);
        }
    }

    @Test
    void aRequestThatDiedInTheMiddleHasItsEffectOnceWhenItIsRepeatedAtAnotherReplica() throws Exception {
        var answered = new Numbered(journey.collection());
        var answer = answered.send(atFirst()).expect(201);
        var interrupted = new Numbered(journey.collection());
        dieInTheMiddleOf(interrupted);

        await().atMost(RECOVERY)
                .untilAsserted(
                        () -> assertThat(interrupted.send(atSecond()).status()).isEqualTo(201));

        assertThat(interrupted.effects()).isEqualTo(1);
        var repeated = answered.send(atSecond()).expect(201);
        assertThat(repeated.body()).isEqualTo(answer.body());
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aRepeatWhoseAnswerIsNotKeptAnyMoreIsToldWhereItsEffectIs() {
        var request = new Numbered(journey.collection());
        var answer = request.send(atSecond()).expect(201);

        var late = await().atMost(RECOVERY).until(() -> request.send(atSecond()), reply -> reply.status() != 201);

        assertThat(late.expect(409).text("type")).isEqualTo("/problems/already-recorded");
        assertThat(late.header("Location")).isEqualTo(answer.header("Location"));
        assertThat(request.effects()).isEqualTo(1);
    }

    /** Kills the first replica while the request has its transaction open, and returns once the client has noticed. */
    private void dieInTheMiddleOf(Numbered request) throws Exception {
        try (var holding = stack.processes().postgres().superuser(ServiceName.REGISTRY.database());
                var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("SELECT 1 FROM subject WHERE subject_id = '" + path.split("/")[2] + "' FOR UPDATE");
            var dying = CompletableFuture.runAsync(() -> request.send(atFirst()));
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(RECOVERY)
                    .until(() -> stack.counter(ServiceName.REGISTRY).count(WAITING) > 0);
            stack.service(ServiceName.REGISTRY).kill();
            await().atMost(RECOVERY).until(dying::isCompletedExceptionally);
        }
    }

    private Caller atFirst() {
        return journey.hospital(ServiceName.REGISTRY);
    }

    private Caller atSecond() {
        return stack.at(second, "hospital", journey.facility());
    }

    /** A request with the one key that all its repeats have. */
    private final class Numbered {
        private final String key = UUID.randomUUID().toString();
        private final JsonNode body;

        Numbered(JsonNode body) {
            this.body = body;
        }

        Reply send(Caller caller) {
            return caller.send("POST", path, body, Map.of("Idempotency-Key", key));
        }

        long effects() {
            return stack.number(
                    ServiceName.REGISTRY,
                    "SELECT count(*) FROM treatment_fact WHERE document_number = ?",
                    body.path("documentNumber").asText());
        }
    }
}
