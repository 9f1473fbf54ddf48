package org.saisei.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries one lane's rows to the broker for as long as this replica holds the lane's lease. */
final class LaneWorker implements Runnable {
    private static final Logger LOG = Logger.getLogger(LaneWorker.class);
    private static final int BATCH = 200;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration CLOSE_PATIENCE = Duration.ofMillis(500);
    private static final long FIRST_BACK_OFF_MILLIS = 50;
    private static final long LONGEST_BACK_OFF_MILLIS = 2_000;

    /**
     * How much longer than a publication took the lane then rests, so that many small ones become few larger ones; and twice
     * as long each time, while rows have come in the meantime. The first after a pause goes at once.
     */
    private static final int REST_FACTOR = 9;

    private static final Duration LONGEST_REST = Duration.ofMillis(500);

    private final int lane;
    private final long epoch;
    private final LaneStore store;
    private final LaneProducers producers;
    private final Semaphore wakeUps = new Semaphore(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean stopped;
    private long backOffMillis = FIRST_BACK_OFF_MILLIS;

    LaneWorker(int lane, long epoch, LaneStore store, LaneProducers producers) {
        this.lane = lane;
        this.epoch = epoch;
        this.store = store;
        this.producers = producers;
    }

    int lane() {
        return lane;
    }

    long epoch() {
        return epoch;
    }

    void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** Ends the worker after the batch it is at. */
    void stop() {
        stopped = true;
        stopping.countDown();
        wakeUps.release();
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                if (!store.holds(lane, epoch)) {
                    return;
                }
                // a new producer fences whoever held the lane before; only then may rows be read
                var producer = producers.open(lane);
                try {
                    producer.initTransactions();
                    relay(producer);
                } finally {
                    // whoever waits for the lane shall not wait for a broker that is away
                    producer.close(CLOSE_PATIENCE);
                }
            } catch (RuntimeException fault) {
                if (!stopped) {
                    // 24 lanes fail together when a part is away; BrokerWatch and Backlog tell that once
                    LOG.debugf("lane %d: %s; starting over with a new producer", (Object) lane, brief(fault));
                    pause();
                }
            }
        }
    }

    private void relay(Producer<String, byte[]> producer) {
        long rest = 0;
        while (!stopped) {
            var rows = store.waiting(lane, BATCH);
            if (rows.isEmpty()) {
                rest = 0;
                awaitWake();
                continue;
            }
            long begun = System.nanoTime();
            publish(producer, rows);
            backOffMillis = FIRST_BACK_OFF_MILLIS;
            if (rows.size() < BATCH) {
                rest = Math.min(LONGEST_REST.toNanos(), Math.max(2 * rest, REST_FACTOR * (System.nanoTime() - begun)));
                rest(rest);
            }
        }
    }

    private void publish(Producer<String, byte[]> producer, List<LaneStore.Row> rows) {
        producer.beginTransaction();
        Map<LaneStore.Row, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        for (var row : rows) {
            sent.put(row, producer.send(producers.record(lane, row)));
        }
        producer.flush();
        for (var entry : sent.entrySet()) {
            var refusal = refusal(entry.getValue());
            if (refusal != null) {
                var row = entry.getKey();
                LOG.errorf("broker refuses event %s for good, key parked: %s", row.id(), brief(refusal));
                producer.abortTransaction();
                store.park(row, refusal.getClass().getSimpleName());
                return;
            }
        }
        producer.commitTransaction();
        var ids = new ArrayList<java.util.UUID>();
        rows.forEach(row -> ids.add(row.id()));
        store.markPublished(lane, epoch, ids);
    }

    /** What the broker will refuse however often it is sent; null if it took the record. */
    private static @Nullable Throwable refusal(Future<RecordMetadata> future) {
        try {
            future.get();
            return null;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case RecordTooLargeException tooLarge -> tooLarge;
                case InvalidRecordException invalid -> invalid;
                case SerializationException unserialisable -> unserialisable;
                case null, default -> throw new KafkaException("send failed", e.getCause());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private void awaitWake() {
        try {
            if (wakeUps.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private void rest(long nanos) {
        try {
            stopping.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(backOffMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        backOffMillis = Math.min(backOffMillis * 2, LONGEST_BACK_OFF_MILLIS);
    }

    private static String brief(Throwable fault) {
        var cause = fault.getCause() == null ? fault : fault.getCause();
        return cause.getClass().getSimpleName();
    }
}
