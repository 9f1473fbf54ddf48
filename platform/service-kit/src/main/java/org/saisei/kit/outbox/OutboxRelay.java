package org.saisei.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.saisei.kit.gate.Draining;
import org.saisei.kit.gate.Gate;

/**
 * Shares the lanes among the living replicas of the service and keeps a {@link LaneWorker} for each lane this one holds.
 */
@Singleton
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final LaneStore store;
    private final LaneProducers producers;
    private final Lanes lanes;
    private final WriteWatch writes;
    private final Gate gate;
    private final Duration leaseFor;
    private final Duration tick;
    private final boolean enabled;
    private final String replica = UUID.randomUUID().toString();
    private final Map<Integer, LaneWorker> workers = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("outbox-lane-", 0).factory());
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outbox-leases").factory());
    private final ExecutorService messengers = Executors.newVirtualThreadPerTaskExecutor();
    /** A round that has begun may still come to a lane; it is let go of at once. */
    private volatile boolean leaving;

    OutboxRelay(
            LaneStore store,
            LaneProducers producers,
            Lanes lanes,
            WriteWatch writes,
            Gate gate,
            @ConfigProperty(name = "saisei.outbox.lease-for", defaultValue = "PT5S") Duration leaseFor,
            @ConfigProperty(name = "saisei.outbox.tick", defaultValue = "PT1S") Duration tick,
            @ConfigProperty(name = "saisei.outbox.relay", defaultValue = "true") boolean enabled) {
        this.store = store;
        this.producers = producers;
        this.lanes = lanes;
        this.writes = writes;
        this.gate = gate;
        this.leaseFor = leaseFor;
        this.tick = tick;
        this.enabled = enabled;
    }

    void start(@Observes @Priority(2_000) StartupEvent started) {
        if (enabled) {
            writes.begin();
            clockwork.scheduleWithFixedDelay(this::tick, 0, tick.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Lets go of the lanes, each after the batch it is at, while requests that were accepted are still finished. */
    void handOver(@Observes Draining ending) {
        leaving = true;
        clockwork.shutdown();
        workers.values().forEach(LaneWorker::stop);
        if (enabled) {
            leave();
        }
    }

    /** Waits for the lanes; what a replica that was not asked to drain still holds is handed over at once. */
    void stop(@Observes @Priority(500) ShutdownEvent stopping) throws InterruptedException {
        leaving = true;
        clockwork.shutdown();
        workers.values().forEach(LaneWorker::stop);
        threads.shutdown();
        threads.awaitTermination(leaseFor.toMillis(), TimeUnit.MILLISECONDS);
        messengers.shutdownNow();
        if (enabled) {
            try {
                workers.values().forEach(worker -> store.release(worker.lane(), replica, worker.epoch()));
                store.leave(replica);
            } catch (RuntimeException databaseAway) {
                LOG.warn("lanes not handed over; their leases expire by themselves");
            }
        }
    }

    /** The others' shares grow; a round that began before this one's end may still have said that it lives. */
    private void leave() {
        try {
            clockwork.awaitTermination(tick.toMillis(), TimeUnit.MILLISECONDS);
            workers.values().forEach(LaneWorker::stop);
            store.leave(replica);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException databaseAway) {
            LOG.debugf(
                    "membership expires by itself: %s", databaseAway.getClass().getSimpleName());
        }
    }

    /** A transaction with rows for the lane has committed here: its holder shall look, wherever it is. */
    void committed(int lane) {
        if (!wake(lane) && !messengers.isShutdown()) {
            messengers.execute(() -> {
                try {
                    store.notifyOthers(lane);
                } catch (RuntimeException lost) {
                    LOG.debugf("lane %d: notice lost, the poll will find its rows", lane);
                }
            });
        }
    }

    /** @return whether this replica holds the lane */
    boolean wake(int lane) {
        var worker = workers.get(lane);
        if (worker != null) {
            worker.wake();
        }
        return worker != null;
    }

    private void tick() {
        try {
            int share = Math.ceilDiv(lanes.count(), Math.max(1, store.heartbeat(replica, leaseFor)));
            var held = new HashSet<>(store.renew(replica, leaseFor));
            dropLost(held);
            shed(held.size() - share);
            if (held.size() < share && gate.passesAll() && !leaving) {
                take(share - held.size());
            }
            store.lanesWithWork().forEach(this::wake);
            writes.succeeded();
        } catch (RuntimeException fault) {
            if (leaving) {
                LOG.debugf("last round cut short: %s", fault.getClass().getSimpleName());
                return;
            }
            writes.failed(fault);
        }
    }

    private void dropLost(HashSet<Integer> held) {
        workers.values().stream()
                .filter(worker -> !held.contains(worker.lane()))
                .forEach(worker -> {
                    worker.stop();
                    workers.remove(worker.lane(), worker);
                });
    }

    private void shed(int surplus) {
        workers.values().stream().limit(Math.max(0, surplus)).forEach(LaneWorker::stop);
    }

    private void take(int wanted) {
        int taken = 0;
        for (int lane : store.free()) {
            if (taken == wanted || leaving) {
                return;
            }
            if (workers.containsKey(lane)) {
                continue;
            }
            var epoch = store.acquire(lane, replica, leaseFor);
            if (epoch.isPresent()) {
                taken++;
                begin(new LaneWorker(lane, epoch.getAsLong(), store, producers));
            }
        }
    }

    private void begin(LaneWorker worker) {
        workers.put(worker.lane(), worker);
        if (leaving) {
            worker.stop();
        }
        threads.execute(() -> {
            try {
                worker.run();
            } finally {
                workers.remove(worker.lane(), worker);
                release(worker);
            }
        });
    }

    private void release(LaneWorker worker) {
        try {
            store.release(worker.lane(), replica, worker.epoch());
        } catch (RuntimeException databaseAway) {
            LOG.debugf("lane %d: lease expires by itself", worker.lane());
        }
    }
}
