package org.saisei.adverseevent.feed.http;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.saisei.adverseevent.feed.FeedFilter;
import org.saisei.adverseevent.feed.FeedPosition;
import org.saisei.adverseevent.feed.FeedStore;
import org.saisei.adverseevent.feed.FeedTail;
import org.saisei.adverseevent.feed.PositionedEntry;

/**
 * One subscriber's stream. Pages through the feed at the pace at which the client takes the bytes: a stalled client costs
 * this object and one unsent page.
 *
 * <p>A page is one write. The threads that a write goes through are those that answer requests, too: when there is no
 * processor to spare, each write waits its turn, and a stream that wrote event by event would fall behind the reports.
 */
final class CaseStream {
    /** About 32 KiB. */
    private static final int PAGE = 32;

    private final SseEventSink sink;
    private final Sse sse;
    private final HttpServerResponse response;
    private final FeedStore feed;
    private final FeedTail tail;
    private final FeedFilter filter;
    private final Instant expiresAt;
    private final Duration heartbeat;
    private final InstantSource clock;

    private FeedPosition cursor;
    private long sent;
    private boolean silent;
    private long lastWrite = System.nanoTime();

    CaseStream(
            SseEventSink sink,
            Sse sse,
            HttpServerResponse response,
            FeedStore feed,
            FeedTail tail,
            FeedFilter filter,
            FeedPosition start,
            Instant expiresAt,
            Duration heartbeat,
            InstantSource clock) {
        this.sink = sink;
        this.sse = sse;
        this.response = response;
        this.feed = feed;
        this.tail = tail;
        this.filter = filter;
        this.cursor = start;
        this.expiresAt = expiresAt;
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    /** Why a stream ended, for the audit trail. */
    enum End {
        TOKEN_EXPIRED,
        CLIENT_GONE,
        SERVICE_STOPPED,
        FEED_RESTORED
    }

    /** Returns when the stream has ended. */
    End run() throws InterruptedException {
        try {
            // the id comes at once, so that a client that is cut off before its first event resumes here
            await(sink.send(sse.newEventBuilder()
                    .id(cursor.toString())
                    .comment("stream open")
                    .build()));
            while (true) {
                if (sink.isClosed()) {
                    return End.CLIENT_GONE;
                }
                if (tail.isStopped()) {
                    return End.SERVICE_STOPPED;
                }
                if (!tail.isIn(cursor.generation())) {
                    return End.FEED_RESTORED;
                }
                if (untilExpiry().isNegative() || untilExpiry().isZero()) {
                    write(":token expired\n\n");
                    return End.TOKEN_EXPIRED;
                }
                if (sendPage() < PAGE) {
                    rest();
                }
            }
        } catch (ExecutionException e) {
            return End.CLIENT_GONE;
        } catch (TimeoutException e) {
            return End.TOKEN_EXPIRED;
        }
    }

    FeedPosition cursor() {
        return cursor;
    }

    long sent() {
        return sent;
    }

    private int sendPage() throws InterruptedException, ExecutionException, TimeoutException {
        var page = page();
        var events = new StringBuilder();
        int wanted = 0;
        for (PositionedEntry next : page) {
            if (filter.lets(next.entry())) {
                wanted++;
                events.append("id:").append(cursor.at(next.position()));
                events.append("\nevent:").append(next.entry().event());
                events.append("\ndata:").append(next.entry().data().replace("\n", "\ndata:"));
                events.append("\n\n");
            }
        }
        if (wanted > 0) {
            write(events.toString());
            sent += wanted;
        }
        if (!page.isEmpty()) {
            cursor = cursor.at(page.getLast().position());
        }
        return page.size();
    }

    /** After a silence from the database in any case: a stream that cannot reach it must not go on looking alive. */
    private List<PositionedEntry> page() {
        var known = silent ? Optional.<List<PositionedEntry>>empty() : tail.after(cursor, PAGE);
        silent = false;
        return known.orElseGet(() -> feed.after(cursor.position(), PAGE));
    }

    private void rest() throws InterruptedException, ExecutionException, TimeoutException {
        var untilHeartbeat = heartbeat.minusNanos(System.nanoTime() - lastWrite);
        if (untilHeartbeat.isNegative() || untilHeartbeat.isZero()) {
            write(":heartbeat\n\n");
            silent = true;
            return;
        }
        var untilExpiry = untilExpiry();
        tail.awaitBeyond(cursor, untilExpiry.compareTo(untilHeartbeat) < 0 ? untilExpiry : untilHeartbeat);
    }

    private void write(String events) throws InterruptedException, ExecutionException, TimeoutException {
        await(response.write(events).toCompletionStage());
    }

    /** Returns when the bytes are on their way; a client that takes none is waited for until its token expires. */
    private void await(CompletionStage<?> written) throws InterruptedException, ExecutionException, TimeoutException {
        long patience = Math.max(untilExpiry().toMillis(), 1_000);
        written.toCompletableFuture().get(patience, TimeUnit.MILLISECONDS);
        lastWrite = System.nanoTime();
    }

    private Duration untilExpiry() {
        return Duration.between(clock.instant(), expiresAt);
    }
}
