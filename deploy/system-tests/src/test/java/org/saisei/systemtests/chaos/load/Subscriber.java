package org.saisei.systemtests.chaos.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.saisei.systemtests.chaos.cluster.Replica;
import org.saisei.systemtests.chaos.history.Entry;
import org.saisei.systemtests.chaos.history.HistoryFile;

/**
 * A safety officer at the stream of cases. Where the stream breaks off, opens it again by {@code Last-Event-ID}, at the other
 * replica where the one does not answer.
 */
public final class Subscriber implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A heartbeat comes every 15 s. */
    private static final int SILENCE_MILLIS = 20_000;

    private final String name;
    private final List<Replica> replicas;
    private final String token;
    private final int patience;
    private final HistoryFile history;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread thread;
    private int at;
    private int connections;
    private volatile @Nullable HttpURLConnection open;
    private volatile @Nullable String lastId;
    private volatile boolean closed;

    /**
     * @param first which of the replicas it begins at, by its place
     * @param patience after how many events it closes the connection by itself, and opens the next
     */
    public Subscriber(String name, List<Replica> replicas, int first, int patience, String token, HistoryFile history) {
        this.patience = patience;
        this.name = name;
        this.replicas = replicas;
        this.at = first;
        this.token = token;
        this.history = history;
        this.thread = Thread.ofPlatform().daemon().name("subscriber-" + name).start(this::run);
    }

    /** Waits until it is told where the stream begins, so that it sees all that comes from now on. */
    public Subscriber awaitOpen() throws InterruptedException {
        if (!opened.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the stream of cases did not open");
        }
        return this;
    }

    /** The position of the last event seen. */
    public long position() {
        var id = lastId;
        return id == null ? 0 : Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    private void run() {
        while (!closed) {
            try {
                read();
            } catch (IOException | RuntimeException brokenOff) {
                at = (at + 1) % replicas.size();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private void read() throws IOException {
        var connection = (HttpURLConnection)
                URI.create(replicas.get(at).uri() + "/cases/stream").toURL().openConnection();
        open = connection;
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(SILENCE_MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Accept", "text/event-stream");
        var after = lastId;
        if (after != null) {
            connection.setRequestProperty("Last-Event-ID", after);
        }
        try {
            int status = connection.getResponseCode();
            connections++;
            history.add(new Entry.Connected(name, connections, Instant.now(), after, status));
            if (status == 200) {
                read(connection);
            }
        } finally {
            connection.disconnect();
        }
    }

    private void read(HttpURLConnection connection) throws IOException {
        try (var lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            String id = null;
            String event = null;
            String data = null;
            int seen = 0;
            for (var line = lines.readLine(); line != null && seen < patience; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).strip();
                } else if (line.isEmpty() && id != null) {
                    if (event != null && data != null) {
                        seen(id, event, data);
                        seen++;
                    }
                    lastId = id;
                    opened.countDown();
                    event = null;
                    data = null;
                }
            }
        }
    }

    private void seen(String id, String event, String data) throws IOException {
        var thin = JSON.readTree(data);
        history.add(new Entry.Seen(
                name,
                connections,
                Instant.now(),
                id,
                event,
                thin.path("caseId").asText(),
                thin.path("version").asLong()));
    }

    @Override
    public void close() {
        closed = true;
        var connection = open;
        if (connection != null) {
            connection.disconnect();
        }
        thread.interrupt();
    }
}
