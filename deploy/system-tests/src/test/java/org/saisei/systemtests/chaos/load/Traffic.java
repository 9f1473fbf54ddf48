package org.saisei.systemtests.chaos.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.saisei.systemtests.chaos.cluster.Replica;
import org.saisei.systemtests.chaos.history.Entry;
import org.saisei.systemtests.chaos.history.HistoryFile;

/** All that the clients send, counted and written into the history. Safe for any number of threads. */
public final class Traffic {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final HistoryFile history;
    private final AtomicLong commands = new AtomicLong();
    private final AtomicLong inFlight = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong doubtful = new AtomicLong();
    private final AtomicLong unsettled = new AtomicLong();
    private final Map<String, AtomicLong> outcomes = new ConcurrentHashMap<>();
    private volatile boolean over;
    private volatile boolean givenUp;

    public Traffic(HistoryFile history) {
        this.history = history;
    }

    /** Clients send nothing new, and only go on with what they do not know the outcome of. */
    public void end() {
        over = true;
    }

    /** Clients leave open what they do not know. */
    public void giveUp() {
        givenUp = true;
    }

    boolean isOver() {
        return over;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    long nextCommand() {
        return commands.incrementAndGet();
    }

    /** Attempts that were sent and not yet answered. */
    public long inFlight() {
        return inFlight.get();
    }

    /** Commands whose outcome their client knows. */
    public long answered() {
        return answered.get();
    }

    public long attempts() {
        return attempts.get();
    }

    /** Attempts whose outcome was not known when they ended. */
    public long doubtful() {
        return doubtful.get();
    }

    /** Commands whose outcome their client never came to know. */
    public long unsettled() {
        return unsettled.get();
    }

    /** How many commands of each operation ended how, e.g. {@code reportCase 201}. */
    public SortedMap<String, Long> outcomes() {
        var counted = new TreeMap<String, Long>();
        outcomes.forEach((what, count) -> counted.put(what, count.get()));
        return counted;
    }

    /** The command has come to an end, in this or that way. */
    void ended(Command command, Answer last) {
        (last.again() ? unsettled : answered).incrementAndGet();
        var how = command.operation().id() + " " + (last.status() == null ? "no answer" : last.status());
        outcomes.computeIfAbsent(how, first -> new AtomicLong()).incrementAndGet();
    }

    /** Sends it once to one replica. */
    Answer attempt(Command command, Replica replica) {
        inFlight.incrementAndGet();
        var sent = Instant.now();
        Answer answer;
        try {
            var response = http.send(request(command, replica.uri()), HttpResponse.BodyHandlers.ofString());
            answer = Answer.of(response.statusCode(), response.headers(), response.body());
        } catch (IOException noAnswer) {
            answer = Answer.none();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer = Answer.none();
        } finally {
            inFlight.decrementAndGet();
        }
        attempts.incrementAndGet();
        if (answer.outcome() == Entry.Outcome.UNKNOWN) {
            doubtful.incrementAndGet();
        }
        history.add(new Entry.Attempt(
                command.number(),
                replica.service().folder(),
                replica.number(),
                command.operation().id(),
                command.facilityId(),
                command.documentNumber(),
                command.key(),
                command.about(),
                sent,
                Instant.now(),
                answer.outcome(),
                answer.status(),
                answer.location()));
        return answer;
    }

    private static HttpRequest request(Command command, URI replica) {
        var publisher = command.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(command.body());
        var request = HttpRequest.newBuilder(URI.create(replica + command.path()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + command.token())
                .header("Content-Type", "application/json")
                .method(command.operation().method(), publisher);
        command.headers().forEach(request::header);
        if (command.key() != null) {
            request.header("Idempotency-Key", command.key());
        }
        return request.build();
    }
}
