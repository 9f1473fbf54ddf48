package org.saisei.adverseevent.feed.http;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
 * this object and one unsent event.
 */
final class CaseStream {
    private static final int PAGE = 100;

    private final SseEventSink sink;
    private final Sse sse;
    private final FeedStore feed;
    private final FeedTail tail;
    private final FeedFilter filter;
    private final Instant expiresAt;
    private final Duration heartbeat;
    private final InstantSource clock;

    private FeedPosition cursor;
    private long sent;
    private long lastWrite = System.nanoTime();

    CaseStream(
            SseEventSink sink,
            Sse sse,
            FeedStore feed,
            FeedTail tail,
            FeedFilter filter,
            FeedPosition start,
            Instant expiresAt,
            Duration heartbeat,
            InstantSource clock) {
        this.sink = sink;
        this.sse = sse;
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
            write(sse.newEventBuilder()
                    .id(cursor.toString())
                    .comment("stream open")
                    .build());
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
                    write(sse.newEventBuilder().comment("token expired").build());
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
        var page = feed.after(cursor.position(), PAGE);
        for (PositionedEntry next : page) {
            var position = cursor.at(next.position());
            if (filter.lets(next.entry())) {
                write(sse.newEventBuilder()
                        .id(position.toString())
                        .name(next.entry().event())
                        .data(next.entry().data())
                        .build());
                sent++;
            }
            cursor = position;
        }
        return page.size();
    }

    private void rest() throws InterruptedException, ExecutionException, TimeoutException {
        var untilHeartbeat = heartbeat.minusNanos(System.nanoTime() - lastWrite);
        if (untilHeartbeat.isNegative() || untilHeartbeat.isZero()) {
            write(sse.newEventBuilder().comment("heartbeat").build());
            return;
        }
        var untilExpiry = untilExpiry();
        tail.awaitBeyond(cursor, untilExpiry.compareTo(untilHeartbeat) < 0 ? untilExpiry : untilHeartbeat);
    }

    /** Returns when the bytes are on their way; a client that takes none is waited for until its token expires. */
    private void write(OutboundSseEvent event) throws InterruptedException, ExecutionException, TimeoutException {
        long patience = Math.max(untilExpiry().toMillis(), 1_000);
        sink.send(event).toCompletableFuture().get(patience, TimeUnit.MILLISECONDS);
        lastWrite = System.nanoTime();
    }

    private Duration untilExpiry() {
        return Duration.between(clock.instant(), expiresAt);
    }
}
