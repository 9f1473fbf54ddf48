package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** Who the patient is, and what the narrative says, stand where they belong and nowhere else. */
@WithStack
class IdentifiersE2E {
    private static final List<String> MARKERS =
            List.of("目印漢字太郎", "メジルシカナタロウ", "1931-02-17", "MRN-MARKER-4711", "目印の経過は良好であった");

    @Test
    void noDirectIdentifierLeavesTheIdentityStore(Stack stack) throws Exception {
        var journey = new Journey(stack).accredited();
        var identity = new Journey.Identity(MARKERS.get(0), MARKERS.get(1), MARKERS.get(2), MARKERS.get(3));
        var registry = journey.hospital(ServiceName.REGISTRY);
        var answers = new ArrayList<String>();
        var enrolment = journey.enrolment(journey.assess("A").text("candidateId"), identity);
        var enrolled = registry.post("/subjects", enrolment).expect(201);
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

        var found = new TreeMap<String, String>();
        for (var marker : MARKERS) {
            answers.stream()
                    .filter(answer -> answer.contains(marker))
                    .forEach(answer -> found.put("answer " + answer, marker));
            searchTables(stack, marker, found);
            searchTopics(stack, marker, found);
            searchLogs(stack, marker, found);
            searchMetrics(stack, marker, found);
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

    private static void searchTables(Stack stack, String marker, Map<String, String> found) {
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

    private static void searchTopics(Stack stack, String marker, Map<String, String> found) throws Exception {
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

    private static void searchLogs(Stack stack, String marker, Map<String, String> found) throws IOException {
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

    private static void searchMetrics(Stack stack, String marker, Map<String, String> found) throws Exception {
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
