package org.saisei.kit.restore;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.saisei.kit.broker.Broker;
import org.saisei.kit.database.SqlFailure;
import org.saisei.kit.gate.Gate;

/**
 * Has the database compared before the service does anything that others see. The ports open meanwhile if it takes long, so
 * that probes are answered; requests are refused until it is known whether they may be served.
 */
@Singleton
class CompareAtStart {
    private static final Logger LOG = Logger.getLogger(CompareAtStart.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration UNHURRIED = Duration.ofSeconds(10);

    private final Comparison comparison;
    private final ComparisonStore store;
    private final Turn turn;
    private final Gate gate;
    private final Progress progress;
    private final Broker broker;
    private final Duration patience;
    private final Duration holdStart;
    private final boolean openUncompared;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private String told = "";

    /**
     * @param patience with a broker that is asked whether it is there
     * @param holdStart how long the ports stay closed at most
     * @param openUncompared whether requests are served on whatever database, for emergencies
     */
    CompareAtStart(
            Comparison comparison,
            ComparisonStore store,
            Turn turn,
            Gate gate,
            Progress progress,
            Broker broker,
            @ConfigProperty(name = "saisei.restore.broker-patience", defaultValue = "PT2S") Duration patience,
            @ConfigProperty(name = "saisei.restore.hold-start", defaultValue = "PT10S") Duration holdStart,
            @ConfigProperty(name = "saisei.restore.open-uncompared", defaultValue = "false") boolean openUncompared) {
        this.comparison = comparison;
        this.store = store;
        this.turn = turn;
        this.gate = gate;
        this.progress = progress;
        this.broker = broker;
        this.patience = patience;
        this.holdStart = holdStart;
        this.openUncompared = openUncompared;
    }

    /** Before the consumers are started; after the erasure of what a restore brought back. */
    void start(@Observes @Priority(500) StartupEvent starting) throws InterruptedException {
        Thread.ofPlatform().daemon().name("topic-comparison").start(this::run);
        opened.await(holdStart.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(100) ShutdownEvent ending) {
        stopping.countDown();
    }

    private void run() {
        try {
            while (!attempted()) {
                if (stopping.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException | InterruptException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether the database was compared, and all is open */
    private boolean attempted() {
        try {
            // only who could open without the broker is in a hurry to know that it is away
            var wait = gate.isOpen() || !isComparedLast() ? UNHURRIED : patience;
            turn.take(() -> comparison.run(wait));
            gate.passAll();
        } catch (InterruptException ending) {
            throw ending;
        } catch (KafkaException away) {
            if (!gate.isOpen()) {
                openWithout(away);
            }
        } catch (RuntimeException fault) {
            tell("not compared yet: " + SqlFailure.brief(fault));
            LOG.debug("not compared yet", fault);
        }
        if (gate.isOpen()) {
            opened.countDown();
        }
        return gate.passesAll();
    }

    /** On the database that was compared last nothing is forgotten, unless its folder was copied back: then that shows later. */
    private void openWithout(KafkaException away) {
        var cause = away.getClass().getSimpleName();
        if (isComparedLast()) {
            tell("Kafka does not answer at " + broker.address() + " (" + cause
                    + "): requests are served, on the database"
                    + " that was compared last; nothing is sent or read before it is compared again");
            gate.open();
        } else if (openUncompared) {
            tell("Kafka does not answer at " + broker.address() + " (" + cause
                    + "), and requests are served on a database"
                    + " that was never compared: saisei.restore.open-uncompared");
            gate.open();
        } else {
            tell("Kafka does not answer at " + broker.address() + " (" + cause
                    + "), and this is not the database that was"
                    + " compared last: no request is served before it is compared (docs/operations/restore.md)");
        }
    }

    private boolean isComparedLast() {
        try {
            var origin = store.origin();
            return store.lastOrigin().filter(origin::equals).isPresent();
        } catch (RuntimeException fault) {
            LOG.debug("not known which database this is", fault);
            return false;
        }
    }

    private void tell(String why) {
        progress.tell(why);
        if (!why.equals(told)) {
            told = why;
            LOG.warn(why);
        }
    }
}
