package org.saisei.systemtests.chaos.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.saisei.systemtests.chaos.history.Entry;
import org.saisei.systemtests.chaos.history.HistoryFile;

/** Strikes, alone and up to three at a time, until it is ended. Which fault comes when, and whom it befalls, the seed decides. */
public final class Injector {
    private static final int AT_ONCE = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(1_000);

    private final Ground ground;
    private final Deck deck;
    private final HistoryFile history;
    private final LongSupplier inFlight;
    private final Set<String> taken = new HashSet<>();
    private final Queue<Entry.Fault> struck = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /** @param inFlight how many commands are sent and not answered at a moment */
    public Injector(Ground ground, List<Fault> faults, long seed, HistoryFile history, LongSupplier inFlight) {
        this.ground = ground;
        this.deck = new Deck(faults, seed);
        this.history = history;
        this.inFlight = inFlight;
        var seeds = new SplittableRandom(seed);
        for (int i = 0; i < AT_ONCE; i++) {
            var random = seeds.split();
            threads.add(Thread.ofPlatform().daemon().name("injector").unstarted(() -> run(random)));
        }
    }

    public void begin() {
        threads.forEach(Thread::start);
    }

    /** Waits for the last blows to be undone. */
    public void end() throws InterruptedException {
        ending.countDown();
        for (var thread : threads) {
            thread.join();
        }
    }

    /** What was done so far. */
    public List<Entry.Fault> struck() {
        return List.copyOf(struck);
    }

    private void run(SplittableRandom random) {
        try {
            while (!ending.await(random.nextLong(LONGEST_PAUSE.toMillis()), TimeUnit.MILLISECONDS)) {
                var fault = deck.draw();
                var blow = fault.aim(ground, random);
                if (take(blow.parts())) {
                    try {
                        strike(fault, blow);
                    } finally {
                        leave(blow.parts());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void strike(Fault fault, Blow blow) throws InterruptedException {
        var from = Instant.now();
        long underway = inFlight.getAsLong();
        String seen;
        try {
            seen = blow.act().strike();
        } catch (InterruptedException e) {
            throw e;
        } catch (Blow.Missed nothingBroken) {
            return;
        } catch (Exception otherFaultInTheWay) {
            seen = "not seen to its end: " + otherFaultInTheWay;
        }
        var entry = new Entry.Fault(fault.name(), blow.target(), from, Instant.now(), underway, seen);
        struck.add(entry);
        history.add(entry);
    }

    private boolean take(Set<String> parts) {
        synchronized (taken) {
            return parts.stream().noneMatch(taken::contains) && taken.addAll(parts);
        }
    }

    private void leave(Set<String> parts) {
        synchronized (taken) {
            taken.removeAll(parts);
        }
    }
}
