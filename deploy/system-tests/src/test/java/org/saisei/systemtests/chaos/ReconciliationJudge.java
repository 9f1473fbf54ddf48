package org.saisei.systemtests.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.saisei.stack.ServiceName;
import org.saisei.systemtests.chaos.cluster.Cluster;

/** What the services find out about themselves: the sum of their {@code GET /reconciliation}. */
final class ReconciliationJudge implements Judge {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KINDS = List.of("LOST", "DUPLICATED", "REORDERED", "UNSEEN", "HALF_APPLIED");

    @Override
    public Verdict judge(Path history, Cluster cluster) throws IOException, InterruptedException {
        var findings = new ArrayList<String>();
        var totals = new long[KINDS.size()];
        for (var service : ServiceName.values()) {
            var report = report(cluster, service);
            for (int kind = 0; kind < totals.length; kind++) {
                totals[kind] += report.at("/totals/" + KINDS.get(kind)).asLong();
            }
            for (var check : report.path("checks")) {
                if (!check.path("complete").asBoolean()) {
                    findings.add(service.folder() + ": check " + check.path("check").asText() + " is not complete");
                }
                check.path("anomalies").forEach(anomaly -> findings.add(service.folder() + ": " + anomaly));
            }
        }
        var lastLine = new ArrayList<String>();
        for (int kind = 0; kind < totals.length; kind++) {
            lastLine.add(KINDS.get(kind).toLowerCase(Locale.ROOT).replace('_', '-') + " " + totals[kind]);
        }
        return new Verdict(findings, lastLine.stream().collect(Collectors.joining(" ")));
    }

    private static JsonNode report(Cluster cluster, ServiceName service) throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(URI.create(
                        cluster.replicas(service).getFirst().uriPastProxy() + "/reconciliation?hours=24"))
                .header("Authorization", "Bearer " + cluster.token("operator", null))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(asked, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(asked.uri() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        }
    }
}
