package org.saisei.adverseevent.feed.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.feed.FeedPosition;
import org.saisei.adverseevent.feed.FeedSignal;
import org.saisei.adverseevent.feed.FeedStore;
import org.saisei.adverseevent.feed.FeedTail;
import org.saisei.adverseevent.feed.PositionedEntry;
import org.saisei.kit.database.SqlFailure;
import org.saisei.kit.gate.Draining;

/**
 * Carries entries into the feed and wakes this replica's streams: at once after this replica's commits, and by a poll for
 * what other replicas commit, append, or leave behind when they are killed.
 */
@ApplicationScoped
class FeedPump implements FeedSignal {
    private static final Logger LOG = Logger.getLogger(FeedPump.class);

    private static final int BATCH = 500;

    private final Semaphore woken = new Semaphore(0);
    private final FeedStore feed;
    private final FeedTail tail;
    private final Duration poll;
    private volatile boolean running;
    private boolean failing;
    private @Nullable Thread thread;

    FeedPump(FeedStore feed, FeedTail tail, @ConfigProperty(name = "saisei.feed.poll") Duration poll) {
        this.feed = feed;
        this.tail = tail;
        this.poll = poll;
    }

    @Override
    public void wake() {
        woken.release();
    }

    void start(@Observes StartupEvent started) {
        running = true;
        thread = Thread.ofPlatform().daemon().name("case-feed").start(this::run);
    }

    /** A stream is a request that would otherwise be waited for. Its client connects again, to another replica. */
    void sendStreamsHome(@Observes Draining ending) {
        tail.stop();
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        running = false;
        tail.stop();
        wake();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        }
    }

    private void run() {
        while (running) {
            try {
                boolean told = woken.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                round(told);
            } catch (InterruptedException e) {
                running = false;
            }
        }
    }

    /** @param told of an entry of this replica; else it is looked for without holding the head */
    private void round(boolean told) {
        try {
            var appended = told ? feed.append(BATCH) : Optional.<FeedStore.Appended>empty();
            if (appended.isEmpty()) {
                var outlook = feed.look();
                tell(outlook.end(), List.of());
                appended = outlook.pending() ? feed.append(BATCH) : appended;
            }
            while (appended.isPresent()) {
                var batch = appended.get();
                tell(batch.end(), batch.entries());
                appended = running && batch.entries().size() == BATCH ? feed.append(BATCH) : Optional.empty();
            }
            failing = false;
        } catch (RuntimeException | Error e) {
            // whatever it is, nobody else carries this replica's entries as soon
            if (!failing && running) {
                LOG.warnf("The case feed stands still, and is tried again: %s", SqlFailure.brief(e));
            }
            failing = true;
        }
    }

    /** With what other replicas appended in between. */
    private void tell(FeedPosition end, List<PositionedEntry> appended) {
        var last = tail.last();
        if (last.filter(end::equals).isPresent()) {
            return;
        }
        long first =
                appended.isEmpty() ? end.position() + 1 : appended.getFirst().position();
        boolean missing = last.filter(known -> known.generation() == end.generation())
                .filter(known -> known.position() < first - 1)
                .isPresent();
        var entries = missing ? feed.after(last.orElseThrow().position(), FeedTail.KEPT) : appended;
        tail.reached(entries.isEmpty() ? end : end.at(entries.getLast().position()), entries);
    }
}
