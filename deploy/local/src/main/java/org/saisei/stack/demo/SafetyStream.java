package org.saisei.stack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A safety officer's open event stream: {@code GET /cases/stream}, read as it comes. */
final class SafetyStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stream<String> lines;
    private final Thread reader;
    private final List<Arrival> arrivals = new ArrayList<>();
    private String startId = "";
    private boolean ended;

    /**
     * One entry as it came.
     *
     * @param id generation and position
     * @param nanoTime when its last line had come, by {@link System#nanoTime()}
     */
    record Arrival(String id, String event, JsonNode data, long nanoTime) {

        String caseId() {
            return data.path("caseId").asText();
        }
    }

    private SafetyStream(Stream<String> lines) {
        this.lines = lines;
        this.reader = Thread.ofPlatform().daemon().name("safety-stream").unstarted(this::read);
    }

    /**
     * Opens the stream and returns when the service has answered with it.
     *
     * @param lastEventId where to resume, null for the service's own choice
     */
    static SafetyStream open(HttpClient http, URI service, String token, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve("/cases/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        CompletableFuture<HttpResponse<Stream<String>>> opening =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines());
        try {
            HttpResponse<Stream<String>> answer = opening.get(20, TimeUnit.SECONDS);
            if (answer.statusCode() != 200) {
                throw new Unexpected("GET /cases/stream: expected 200, got " + answer.statusCode() + " "
                        + answer.body().toList());
            }
            SafetyStream stream = new SafetyStream(answer.body());
            stream.reader.start();
            return stream;
        } catch (ExecutionException | TimeoutException e) {
            throw new Unexpected("GET /cases/stream did not open: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("GET /cases/stream: interrupted", e);
        }
    }

    /** The first arrival that fits, waited for. */
    Optional<Arrival> await(Predicate<Arrival> fits, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (arrivals) {
            while (true) {
                Optional<Arrival> found = arrivals.stream().filter(fits).findFirst();
                long left = deadline - System.nanoTime();
                if (found.isPresent() || left <= 0 || ended) {
                    return found;
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(arrivals, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
            }
        }
    }

    /** The position at which the stream began, which the service sends at once; waited for. */
    String startId(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (arrivals) {
            while (startId.isEmpty()) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || ended) {
                    throw new Unexpected("the stream did not say where it begins");
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(arrivals, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new Unexpected("interrupted", e);
                }
            }
            return startId;
        }
    }

    /** What has come so far. */
    List<Arrival> arrivals() {
        synchronized (arrivals) {
            return List.copyOf(arrivals);
        }
    }

    private void read() {
        String id = "";
        String event = "message";
        StringBuilder data = new StringBuilder();
        try {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        add(id, event, data.toString());
                    }
                    event = "message";
                    data.setLength(0);
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                    noteStart(id);
                } else if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (java.io.UncheckedIOException closed) {
            // The stream ends by being closed; whoever waits for more is told by its end.
        } finally {
            synchronized (arrivals) {
                ended = true;
                arrivals.notifyAll();
            }
        }
    }

    private void noteStart(String id) {
        synchronized (arrivals) {
            if (startId.isEmpty()) {
                startId = id;
                arrivals.notifyAll();
            }
        }
    }

    private void add(String id, String event, String data) {
        long now = System.nanoTime();
        JsonNode parsed;
        try {
            parsed = JSON.readTree(data);
        } catch (JsonProcessingException e) {
            parsed = Objects.requireNonNull(JSON.createObjectNode());
        }
        synchronized (arrivals) {
            arrivals.add(new Arrival(id, event, parsed, now));
            arrivals.notifyAll();
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
