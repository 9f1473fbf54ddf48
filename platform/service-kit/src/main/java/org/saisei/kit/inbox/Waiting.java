package org.saisei.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.saisei.kit.database.SqlFailure;
import org.saisei.kit.gate.Gate;

/**
 * Applies parked events whose turn has come: at once after an operator has resolved what held them, and by a slow look for
 * what a killed replica left behind, or what was parked behind a poison event while that was resolved.
 */
@Singleton
class Waiting {
    private static final Logger LOG = Logger.getLogger(Waiting.class);
    private static final int BATCH = 200;

    private final InboxStore store;
    private final TransactionalInbox inbox;
    private final Gate gate;
    private final Map<String, EventHandler> handlers;
    private final Duration every;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("inbox-waiting").factory());

    Waiting(
            InboxStore store,
            TransactionalInbox inbox,
            Gate gate,
            Instance<EventHandler> handlers,
            @ConfigProperty(name = "saisei.inbox.look-every", defaultValue = "PT5S") Duration every) {
        this.store = store;
        this.inbox = inbox;
        this.gate = gate;
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(EventHandler::topic, Function.identity()));
        this.every = every;
    }

    void start(@Observes @Priority(2_100) StartupEvent started) {
        clockwork.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopping) {
        clockwork.shutdownNow();
    }

    void wake() {
        if (!clockwork.isShutdown()) {
            clockwork.execute(this::look);
        }
    }

    private void look() {
        if (!gate.passesAll()) {
            return;
        }
        try {
            for (var turn : store.turns(BATCH)) {
                var handler = handlers.get(turn.topic());
                if (handler != null) {
                    inbox.drain(turn.topic(), turn.key(), turn.sequence(), handler);
                }
            }
        } catch (RuntimeException fault) {
            if (clockwork.isShutdown() || SqlFailure.of(fault) == SqlFailure.TRANSIENT) {
                LOG.debugf("parked events not looked at: %s", SqlFailure.brief(fault));
            } else {
                LOG.error("parked events not looked at", fault);
            }
        }
    }
}
