package org.saisei.systemtests.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.systemtests.chaos.check.Snapshot.SelfReport;
import org.saisei.systemtests.chaos.check.Snapshot.Told;

/** Asks a service what it finds out about itself. */
final class SelfReportReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BUSY = 409;
    private static final int TRIES = 10;

    private SelfReportReader() {}

    static SelfReport read(Sources.Service service) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(service.uri() + "/reconciliation"))
                    .header("Authorization", "Bearer " + service.operatorToken())
                    .timeout(Duration.ofSeconds(30))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            for (int tried = 1; answer.statusCode() == BUSY && tried < TRIES; tried++) {
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            }
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(service.name() + " reconciles nothing: " + answer.statusCode());
            }
            return report(JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SelfReport report(JsonNode answer) {
        var told = new ArrayList<Told>();
        for (var check : answer.path("checks")) {
            for (var anomaly : check.path("anomalies")) {
                var ids = new ArrayList<String>();
                anomaly.path("ids").forEach(id -> ids.add(id.asText()));
                told.add(new Told(
                        check.path("check").asText(),
                        Kind.valueOf(anomaly.path("kind").asText()),
                        anomaly.path("what").asText(),
                        anomaly.path("count").asLong(),
                        ids));
            }
        }
        return new SelfReport(answer.path("complete").asBoolean(), told);
    }
}
