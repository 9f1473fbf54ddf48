package org.saisei.kit.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.saisei.kit.database.SqlFailure;
import org.saisei.kit.gate.Gate;

@ApplicationScoped
class TransactionalInbox implements Inbox {
    private static final Logger LOG = Logger.getLogger(TransactionalInbox.class);
    private static final int TRIES = 3;
    private static final long FIRST_BACK_OFF_MILLIS = 100;
    private static final long LONGEST_BACK_OFF_MILLIS = 5_000;

    private final InboxStore store;
    private final Gate gate;
    private final Map<Thread, Long> waitingSince = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    TransactionalInbox(InboxStore store, Gate gate, MeterRegistry meters) {
        this.store = store;
        this.gate = gate;
        Gauge.builder("saisei.inbox.waiting.seconds", this::longestWait)
                .description("How long the inbox has tried in vain to apply the event it is at; 0 while events flow")
                .strongReference(true)
                .register(meters);
    }

    private double longestWait() {
        long now = System.nanoTime();
        return waitingSince.values().stream()
                        .mapToLong(since -> now - since)
                        .max()
                        .orElse(0)
                / 1e9;
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopped) {
        stopping.countDown();
    }

    @Override
    public void receive(ConsumerRecord<String, byte[]> message, EventHandler handler) {
        while (!gate.passesAll()) {
            if (stopped(FIRST_BACK_OFF_MILLIS)) {
                throw new IllegalStateException("stopping; the event stays on its topic");
            }
        }
        take(message, handler);
    }

    /** As {@link #receive}, and does not wait for the database to be compared. */
    void take(ConsumerRecord<String, byte[]> message, EventHandler handler) {
        RawEvent event;
        try {
            event = EventReader.read(message);
        } catch (EventReader.Unreadable unreadable) {
            LOG.errorf(
                    "parked: %s/%d@%d is no event: %s",
                    message.topic(), message.partition(), message.offset(), unreadable.getMessage());
            untilDone(() -> store.parkUnreadable(message, String.valueOf(unreadable.getMessage())));
            return;
        }
        try {
            untilDone(() -> applyOrPark(event, message, handler));
        } catch (RuntimeException poison) {
            if (stopping.getCount() == 0) {
                throw poison;
            }
            LOG.errorf(poison, "parked: event %s (%s) and what follows of its key", event.id(), event.type());
            untilDone(() -> parkPoison(event, message, Faulty.describe(poison)));
        }
        drain(event.topic(), event.key(), event.sequence() + 1, handler);
    }

    private void applyOrPark(RawEvent event, ConsumerRecord<String, byte[]> message, EventHandler handler) {
        long last = store.lockMark(event.topic(), event.key());
        if (isPast(event, last)) {
            return;
        }
        if (store.isPoisoned(event.key())) {
            store.park(event, message, ParkedEvent.Reason.BEHIND, null);
        } else if (event.sequence() > last + 1) {
            store.park(event, message, ParkedEvent.Reason.GAP, null);
        } else {
            apply(event, handler);
        }
    }

    private boolean isPast(RawEvent event, long last) {
        return event.sequence() <= last && !store.succeedsDiscarded(event);
    }

    /** Unless another replica, to whom the partition went meanwhile, has applied it. */
    private void parkPoison(RawEvent event, ConsumerRecord<String, byte[]> message, String error) {
        if (!isPast(event, store.lockMark(event.topic(), event.key()))) {
            store.park(event, message, ParkedEvent.Reason.POISON, error);
        }
    }

    private void apply(RawEvent event, EventHandler handler) {
        if (store.record(event)) {
            handler.handle(event.open());
        }
        store.advance(event.topic(), event.key(), event.sequence());
    }

    /** Applies, one transaction each, what came early and is next now, from this place in the sequence on. */
    void drain(String topic, String key, long from, EventHandler handler) {
        long next = from;
        while (appliedParked(topic, key, next, handler)) {
            next++;
        }
    }

    private boolean appliedParked(String topic, String key, long seq, EventHandler handler) {
        var done = new boolean[1];
        try {
            untilDone(() -> {
                done[0] = false;
                var parked = store.parkedAt(topic, key, seq);
                if (parked.isEmpty()) {
                    return;
                }
                long last = store.lockMark(topic, key);
                if (isPast(parked.get().event(), last)) {
                    store.applied(parked.get().id());
                    done[0] = true;
                } else if (last >= seq - 1 && !store.isPoisoned(key)) {
                    apply(parked.get().event(), handler);
                    store.applied(parked.get().id());
                    done[0] = true;
                }
            });
        } catch (RuntimeException poison) {
            if (stopping.getCount() == 0) {
                throw poison;
            }
            untilDone(() -> store.parkedAt(topic, key, seq).ifPresent(parked -> {
                LOG.errorf(
                        poison,
                        "event %s (%s) stays parked",
                        parked.event().id(),
                        parked.event().type());
                store.poison(parked.id(), Faulty.describe(poison));
            }));
            return false;
        }
        return done[0];
    }

    /** Runs the work in a transaction of its own; waits out a database that is away; gives up on a fault of the work. */
    private void untilDone(Runnable work) {
        long backOff = FIRST_BACK_OFF_MILLIS;
        int tries = 0;
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(work);
                waitingSince.remove(Thread.currentThread());
                return;
            } catch (RuntimeException fault) {
                boolean databaseAway = SqlFailure.of(fault) == SqlFailure.TRANSIENT;
                if (!databaseAway && ++tries >= TRIES) {
                    waitingSince.remove(Thread.currentThread());
                    throw fault;
                }
                waitingSince.putIfAbsent(Thread.currentThread(), System.nanoTime());
                if (databaseAway && backOff == FIRST_BACK_OFF_MILLIS) {
                    LOG.warnf(
                            "events wait for a lock or the database: %s; tried again until it is had",
                            SqlFailure.brief(fault));
                }
                if (stopped(backOff)) {
                    throw new IllegalStateException("stopping; the event stays on its topic", fault);
                }
                backOff = Math.min(2 * backOff, LONGEST_BACK_OFF_MILLIS);
            }
        }
    }

    private boolean stopped(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
