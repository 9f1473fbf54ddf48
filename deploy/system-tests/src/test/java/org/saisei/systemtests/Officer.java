package org.saisei.systemtests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A safety officer's browser: reads the stream, and opens it again where it broke off, by {@code Last-Event-ID}. */
final class Officer implements AutoCloseable {
    private final Supplier<URI> stream;
    private final String token;
    private final List<Entry> entries = new ArrayList<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread reader;
    private volatile boolean closed;
    private volatile int connections;
    private String lastId;

    /** @param id generation and position */
    record Entry(String id, String event, String data) {
        long position() {
            return Long.parseLong(id.substring(id.indexOf('-') + 1));
        }
    }

    /** @param lastId where to begin; null for from now on */
    Officer(Supplier<URI> stream, String token, String lastId) {
        this.stream = stream;
        this.token = token;
        this.lastId = lastId;
        this.reader = Thread.ofPlatform().daemon().name("officer").start(this::run);
    }

    Officer opened() throws InterruptedException {
        if (!opened.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the stream did not open");
        }
        return this;
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    int connections() {
        return connections;
    }

    private void run() {
        while (!closed) {
            try {
                read();
            } catch (IOException | RuntimeException brokenOff) {
                // opened again below, as browsers do
            } catch (InterruptedException e) {
                return;
            }
            if (!closed) {
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private void read() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(stream.get())
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        synchronized (this) {
            if (lastId != null) {
                request.header("Last-Event-ID", lastId);
            }
        }
        var answer = Caller.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        connections++;
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String event = "message";
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                opened.countDown();
                if (line.startsWith("id:")) {
                    synchronized (this) {
                        lastId = line.substring(3).strip();
                    }
                } else if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                } else if (line.isEmpty() && !data.isEmpty()) {
                    synchronized (this) {
                        entries.add(new Entry(lastId, event, data.toString()));
                    }
                    data.setLength(0);
                    event = "message";
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }
}
