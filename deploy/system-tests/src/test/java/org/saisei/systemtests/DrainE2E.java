package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.saisei.stack.ServiceName;
import org.saisei.stack.ServiceProcess;

/** Of two replicas under load one is asked to end (SIGTERM), as docs/operations/upgrades.md has it done. */
@ResourceLock("a stack of their own")
class DrainE2E {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int CLIENTS = 4;
    private static final int LANES = 24;

    private static Stack stack;
    private static Journey journey;
    private static ServiceProcess first;
    private static ServiceProcess second;

    @BeforeAll
    static void twoReplicas() {
        stack = Stack.start("drain");
        journey = new Journey(stack).accredited();
        first = stack.service(ServiceName.ADVERSE_EVENT);
        second = stack.startReplica(ServiceName.ADVERSE_EVENT, 2);
    }

    @BeforeEach
    void bothServe() {
        if (!second.isAlive()) {
            second.restart();
        }
        second.awaitReady(Stack.PATIENCE);
        await("each holds half").atMost(SOON).until(() -> lanesHeld(), List.of(12L, 12L)::equals);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void noAnsweredReportIsLostEveryRefusalSaysWhenToComeAgainAndTheOtherReplicaHoldsAllLanes() throws Exception {
        var reported = new ConcurrentLinkedQueue<String>();
        var refusals = new ConcurrentLinkedQueue<HttpResponse<String>>();
        var cut = new ConcurrentLinkedQueue<String>();
        var at = new AtomicReference<>(second);
        try (var officer = new Officer(
                        () -> URI.create(at.get().uri() + "/cases/stream"),
                        stack.processes().tokens().token("safety_officer", null, List.of()),
                        null)
                .opened()) {
            var clients = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(CompletableFuture.runAsync(() -> report(reported, refusals, cut)));
            }
            await().atMost(SOON).until(() -> reported.size() > 40);

            at.set(first);
            second.process().signal("TERM");
            long asked = System.nanoTime();
            await("its readiness is down while it still answers")
                    .atMost(Duration.ofSeconds(1))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> readiness(second) == 503);
            await("the other holds all")
                    .atMost(SOON)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> lanesHeld(), List.of((long) LANES)::equals);
            var handedOver = Duration.ofNanos(System.nanoTime() - asked);
            clients.forEach(CompletableFuture::join);
            var ended = second.process().onExit().get(20, TimeUnit.SECONDS);

            assertThat(ended.exitCode()).isEqualTo(143);
            assertThat(cut).isEmpty();
            assertThat(handedOver).isLessThan(Duration.ofSeconds(3));
            assertThat(refusals).isNotEmpty().allSatisfy(refusal -> {
                assertThat(refusal.statusCode()).isEqualTo(503);
                assertThat(refusal.headers().firstValue("Retry-After")).hasValue("1");
                assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            });
            for (var caseId : reported) {
                assertThat(stack.number(
                                ServiceName.ADVERSE_EVENT,
                                "SELECT count(*) FROM outbox WHERE key = ? AND seq = 1",
                                caseId))
                        .isEqualTo(1);
            }
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Topics.all(stack, "saisei.safety.cases"))
                            .extracting(Topics.Event::key)
                            .containsAll(reported));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(officer.entries().stream()
                                    .map(entry -> caseOf(entry.data()))
                                    .toList())
                            .containsAll(reported));
            assertThat(officer.entries().stream().map(Officer.Entry::position)).doesNotHaveDuplicates();
            assertThat(officer.connections()).isEqualTo(2);
            assertThat(Files.readString(second.process().logFile()))
                    .as("the stream ended by itself, and so did the rest")
                    .doesNotContain(" ERROR ", "are cut off");
        }
    }

    @Test
    void aReportThatWasAcceptedIsFinishedAndAnswered() throws Exception {
        CompletableFuture<HttpResponse<String>> slow;
        try (var holder = stack.processes().postgres().superuser(ServiceName.ADVERSE_EVENT.database())) {
            holder.setAutoCommit(false);
            try (var statement = holder.createStatement()) {
                statement.execute("LOCK TABLE feed_entry IN EXCLUSIVE MODE");
            }
            slow = CompletableFuture.supplyAsync(() -> post(second, client()));
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> stack.number(
                                    ServiceName.ADVERSE_EVENT,
                                    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                            > 0);
            second.process().signal("TERM");
            await().atMost(Duration.ofSeconds(1))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> readiness(second) == 503);
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }

        assertThat(slow.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(slow.get().headers().firstValue("Connection")).hasValue("close");
        second.process().onExit().get(20, TimeUnit.SECONDS);
    }

    @Test
    void anEventThatItsConsumerIsAtHasItsEffectOnceAndTheOtherReplicaGoesOn() throws Exception {
        var subjects = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            subjects.add(journey.enrol(journey.assess("A").text("candidateId"))
                    .expect(201)
                    .text("subjectId"));
        }

        second.stop();
        for (int i = 0; i < 5; i++) {
            subjects.add(journey.enrol(journey.assess("A").text("candidateId"))
                    .expect(201)
                    .text("subjectId"));
        }

        for (var subject : subjects) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(stack.number(
                                    ServiceName.ADVERSE_EVENT,
                                    "SELECT count(*) FROM inbox WHERE topic = 'saisei.registry.subjects' AND key = ? AND seq = 1",
                                    subject))
                            .isEqualTo(1));
        }
        assertThat(stack.number(ServiceName.ADVERSE_EVENT, "SELECT count(*) FROM parked_event WHERE reason = 'POISON'"))
                .isZero();
        assertThat(Files.readString(second.process().logFile())).doesNotContain(" ERROR ");
    }

    /** Reports at the second replica until it refuses, and then a little at the first. */
    private static void report(Queue<String> reported, Queue<HttpResponse<String>> refusals, Queue<String> cut) {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var replica = second;
        int left = 20;
        while (left > 0) {
            try {
                var answer = sent(replica, client);
                if (answer.statusCode() == 201) {
                    reported.add(caseOf(answer.body()));
                } else {
                    refusals.add(answer);
                    replica = first;
                }
            } catch (ConnectException ended) {
                replica = first;
            } catch (IOException broken) {
                cut.add(broken.toString());
                replica = first;
            }
            if (replica == first) {
                left--;
            }
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static HttpResponse<String> post(ServiceProcess replica, HttpClient client) {
        try {
            return sent(replica, client);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> sent(ServiceProcess replica, HttpClient client) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(replica.uri() + "/cases"))
                            .timeout(Duration.ofSeconds(20))
                            .header(
                                    "Authorization",
                                    "Bearer "
                                            + stack.processes()
                                                    .tokens()
                                                    .token("hospital", journey.facility(), List.of()))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    journey.report(Reports.UNKNOWN_SUBJECT).toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String caseOf(String json) {
        try {
            return Caller.JSON.readTree(json).path("caseId").asText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int readiness(ServiceProcess replica) {
        try {
            return Caller.HTTP
                    .send(
                            HttpRequest.newBuilder(URI.create(replica.managementUri() + "/q/health/ready"))
                                    .timeout(Duration.ofSeconds(2))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException gone) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many each living replica holds, fewest first. */
    private static List<Long> lanesHeld() {
        return stack
                .rows(
                        ServiceName.ADVERSE_EVENT,
                        "SELECT count(*) FROM outbox_lane WHERE owner IS NOT NULL AND expires_at > clock_timestamp()"
                                + " GROUP BY owner ORDER BY 1")
                .stream()
                .map(row -> (Long) row.getFirst())
                .toList();
    }
}
