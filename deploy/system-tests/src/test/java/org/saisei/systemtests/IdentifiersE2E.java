package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.saisei.stack.ServiceName;

/**
 * Who the patient is, and what the narrative says, stand where they belong and nowhere else. On a stack of its own, whose
 * traces are switched on as an operator does.
 */
@ResourceLock("a stack of their own")
class IdentifiersE2E {
    private static final List<String> MARKERS =
            List.of("目印漢字太郎", "メジルシカナタロウ", "1931-02-17", "MRN-MARKER-4711", "目印の経過は良好であった");
    private static final Map<String, String> ALL_TRACES = Map.of("QUARKUS_OTEL_TRACES_SAMPLER_ARG", "1.0");

    private static TraceReceiver traces;
    private static Stack stack;

    @BeforeAll
    static void startTraced() {
        traces = TraceReceiver.start();
        var environment = new HashMap<>(traces.address());
        environment.putAll(ALL_TRACES);
        stack = Stack.start("traced", environment);
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
        traces.close();
    }

    @Test
    void noDirectIdentifierLeavesTheIdentityStore() throws Exception {
        var journey = new Journey(stack).accredited();
        var identity = new Journey.Identity(MARKERS.get(0), MARKERS.get(1), MARKERS.get(2), MARKERS.get(3));
        var registry = journey.hospital(ServiceName.REGISTRY);
        var answers = new ArrayList<String>();
        var enrolment = journey.enrolment(journey.assess("A").text("candidateId"), identity);
        var trace = Misplaced.newTraceId();
        var headers = new HashMap<>(Misplaced.trace(trace));
        headers.put("Idempotency-Key", trace);
        var enrolled = registry.send("POST", "/subjects", enrolment, headers).expect(201);
        answers.add(enrolled.body().toString());
        answers.add(registry.post("/subjects", enrolment).expect(409).body().toString());
        answers.add(registry.post("/subjects", journey.enrolment("not a candidate", identity))
                .expect(400)
                .body()
                .toString());
        answers.add(registry.send(
                        "POST", "/subjects", enrolment.toString().substring(0, 300), Map.of("Idempotency-Key", "k"))
                .expect(400)
                .body()
                .toString());
        var subject = enrolled.text("subjectId");
        var reported = journey.hospital(ServiceName.ADVERSE_EVENT)
                .post("/cases", journey.report(subject, MARKERS.get(4) + "。患者は" + MARKERS.get(0)))
                .expect(201);
        answers.add(reported.body().toString());
        await().until(() -> journey.standing(subject), "REGISTERED"::equals);
        await().until(() ->
                Topics.of(stack, "saisei.safety.cases", reported.text("caseId")).size() >= 1);
        var misplaced = new Misplaced(journey);
        MARKERS.forEach(misplaced::send);
        misplaced.sent().forEach(sent -> {
            assertThat(sent.reply().status()).as(sent.reply().request()).isBetween(200, 499);
            answers.add(sent.reply().headers().map() + sent.reply().body().toString());
        });
        awaitTraces(trace, misplaced);

        var found = new TreeMap<String, String>();
        for (var marker : MARKERS) {
            for (var text : new TreeSet<>(List.of(marker, Misplaced.encoded(marker)))) {
                answers.stream()
                        .filter(answer -> answer.contains(text))
                        .forEach(answer -> found.put("answer " + answer, text));
                searchTables(text, found);
                searchTopics(text, found);
                searchLogs(text, found);
                searchMetrics(text, found);
                if (traces.has(text)) {
                    found.put("traces " + text, text);
                }
            }
        }

        assertThat(found).isEmpty();
        var softly = new SoftAssertions();
        softly.assertThat(registry.get("/subjects/" + subject + "/identity")
                        .expect(200)
                        .body()
                        .toString())
                .as("the treating facility reads what it wrote")
                .contains(MARKERS.get(0), MARKERS.get(3));
        softly.assertAll();
    }

    @Test
    void noTraceIsSentUntilAnOperatorSaysHowManyEvenIfAClientAsks() {
        var trace = Misplaced.newTraceId();
        try (var receiver = TraceReceiver.start()) {
            var replica = stack.processes().start(ServiceName.REGISTRY, 2, receiver.address());
            replica.awaitReady(Stack.PATIENCE);
            stack.at(replica, "registrar", null)
                    .send("GET", "/subjects", null, Misplaced.trace(trace))
                    .expect(200);

            // what is recorded is sent before it ends
            replica.stop();

            assertThat(receiver.isEmpty()).isTrue();
            assertThat(replica.process().lastLogLines(1_000)).noneMatch(line -> line.contains("HttpExporter"));
        }
    }

    /** Until all spans have come that the requests so far made: HTTP's own of each, Kafka's of the enrolment. */
    private static void awaitTraces(String enrolment, Misplaced misplaced) {
        await().atMost(Stack.PATIENCE).untilAsserted(() -> {
            var softly = new SoftAssertions();
            softly.assertThat(traces.hasTrace("registry-service", enrolment, "POST /subjects", "http.route"))
                    .as("the enrolment")
                    .isTrue();
            for (var reader : List.of("eligibility-service", "adverse-event-service")) {
                softly.assertThat(traces.hasTrace(reader, enrolment, "saisei.registry.subjects", "messaging.system"))
                        .as("its event read by " + reader)
                        .isTrue();
            }
            softly.assertThat(traces.has("registry-service", "saisei.eligibility.assessments", "messaging.system"))
                    .isTrue();
            for (var sent : misplaced.sent()) {
                softly.assertThat(traces.hasTrace(sent.service().folder(), sent.traceId(), "http.request.method"))
                        .as(sent.reply().request())
                        .isTrue();
            }
            softly.assertAll();
        });
    }

    private static void searchTables(String marker, Map<String, String> found) {
        var hex = HexFormat.of().formatHex(marker.getBytes(StandardCharsets.UTF_8));
        for (var service : ServiceName.values()) {
            var tables = stack.rows(
                    service,
                    "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables"
                            + " WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')");
            for (var table : tables) {
                if (stack.number(
                                service,
                                "SELECT count(*) FROM " + table.getFirst()
                                        + " t WHERE t::text LIKE '%' || ? || '%' OR t::text LIKE '%' || ? || '%'",
                                marker,
                                hex)
                        > 0) {
                    found.put(service + " " + table.getFirst(), marker);
                }
            }
        }
    }

    private static void searchTopics(String marker, Map<String, String> found) throws Exception {
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", (Object) stack.processes().kafka().bootstrapServers()))) {
            for (var topic : admin.listTopics().names().get()) {
                if (topic.startsWith("saisei.")
                        && Topics.all(stack, topic).stream()
                                .anyMatch(event -> event.toString().contains(marker))) {
                    found.put(topic, marker);
                }
            }
        }
    }

    private static void searchLogs(String marker, Map<String, String> found) throws IOException {
        try (var files = Files.walk(stack.processes().logs().getParent())) {
            for (var file : files.filter(path ->
                            path.toString().endsWith(".log") && !path.toString().contains("/kafka/"))
                    .toList()) {
                if (Files.isRegularFile(file)
                        && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(marker)) {
                    found.put(file.toString(), marker);
                }
            }
        }
    }

    private static void searchMetrics(String marker, Map<String, String> found) throws Exception {
        for (var service : ServiceName.values()) {
            var metrics = Caller.HTTP.send(
                    HttpRequest.newBuilder(
                                    stack.service(service).managementUri().resolve("/q/metrics"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(metrics.statusCode()).isEqualTo(200);
            if (metrics.body().contains(marker)) {
                found.put(service + " metrics", marker);
            }
        }
    }
}
