package org.saisei.adverseevent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;

/** A Server-Sent Events client that keeps what it was sent, as the WHATWG standard reads it. */
@NullUnmarked
public final class StreamClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A dispatched event. */
    public record Event(String id, String name, String data, long receivedAtNanos) {
        public JsonNode json() {
            try {
                return JSON.readTree(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String caseId() {
            return json().get("caseId").asText();
        }

        public long position() {
            return Long.parseLong(id.substring(id.indexOf('-') + 1));
        }
    }

    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile String lastEventId = "";
    private volatile boolean ended;

    private StreamClient(HttpResponse<InputStream> response) {
        this.response = response;
        if (response.statusCode() == 200) {
            Thread.ofVirtual().start(this::read);
        }
    }

    public static StreamClient open(String token, String query) {
        return open(token, query, null);
    }

    public static StreamClient open(String token, String query, String lastEventId) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/cases/stream" + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            var client = new StreamClient(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
            if (client.status() == 200) {
                Awaitility.await("the stream's position").until(() -> !client.lastEventId.isEmpty());
            }
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String body() {
        try (var in = response.body()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    public List<String> comments() {
        return List.copyOf(comments);
    }

    public String lastEventId() {
        return lastEventId;
    }

    public boolean ended() {
        return ended;
    }

    public Event await(Predicate<Event> wanted) {
        return Awaitility.await("an event on the stream")
                .pollInterval(java.time.Duration.ofMillis(5))
                .until(() -> events.stream().filter(wanted).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    public Event awaitCase(String caseId) {
        return await(event -> event.caseId().equals(caseId));
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var data = new StringBuilder();
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(lastEventId, name, data.toString(), System.nanoTime()));
                    }
                    data.setLength(0);
                    name = "";
                } else if (line.startsWith(":")) {
                    comments.add(line.substring(1).strip());
                } else {
                    int colon = line.indexOf(':');
                    var value = line.substring(colon + 1);
                    value = value.startsWith(" ") ? value.substring(1) : value;
                    switch (line.substring(0, colon)) {
                        case "id" -> lastEventId = value;
                        case "event" -> name = value;
                        case "data" -> data.append(value);
                        default -> throw new IllegalStateException("unknown field in " + line);
                    }
                }
            }
        } catch (IOException closed) {
            // the test closed the stream, or the service did: either way it has ended
        }
        ended = true;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
