package org.saisei.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;

/** What an operator does with parked events. Each call is one transaction and one audit row. */
@ApplicationScoped
public class ParkedEvents {
    private final InboxStore store;
    private final AuditTrail audit;
    private final Map<String, EventHandler> handlers;

    ParkedEvents(InboxStore store, AuditTrail audit, Instance<EventHandler> handlers) {
        this.store = store;
        this.audit = audit;
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(EventHandler::topic, Function.identity()));
    }

    /**
     * Applies all that waits of the key, in sequence for each topic; what still has a gap before it stays.
     *
     * @throws RuntimeException what the handler throws; then nothing has changed
     */
    public void replay(String key, Actor operator, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            apply(store.parked("key = ?", key), "REPLAYED", operator, reason);
            audit.wrote(operator, "replayParkedEvents", "parkedEvents", key, reason, null, null);
        });
    }

    /**
     * Drops the key's poison event for good, as if it had been applied, and applies what waits behind it.
     *
     * @throws RuntimeException what the handler throws for a later event; then nothing has changed
     */
    public void discard(String key, Actor operator, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var poison : store.parked("key = ? AND reason = 'POISON'", key)) {
                var event = poison.event();
                if (store.lockMark(event.topic(), key) < event.sequence()) {
                    store.advance(event.topic(), key, event.sequence());
                }
                store.resolve(poison.id(), "DISCARDED", operator.subject(), reason);
            }
            store.discardUnreadable(key, operator.subject(), reason);
            apply(store.parked("key = ?", key), "REPLAYED", operator, reason);
            audit.wrote(operator, "discardParkedEvents", "parkedEvents", key, reason, null, null);
        });
    }

    private void apply(List<InboxStore.Parked> waiting, String resolution, Actor operator, @Nullable String reason) {
        var inSequence = waiting.stream()
                .sorted(java.util.Comparator.comparing(
                                (InboxStore.Parked parked) -> parked.event().topic())
                        .thenComparing(parked -> parked.event().sequence()))
                .toList();
        for (var parked : inSequence) {
            var event = parked.event();
            long last = store.lockMark(event.topic(), event.key());
            if (event.sequence() > last + 1) {
                store.waitForGap(parked.id());
                continue;
            }
            if (event.sequence() == last + 1) {
                if (store.record(event)) {
                    handler(event).handle(event);
                }
                store.advance(event.topic(), event.key(), event.sequence());
            }
            store.resolve(parked.id(), resolution, operator.subject(), reason);
        }
    }

    private EventHandler handler(ReceivedEvent event) {
        var handler = handlers.get(event.topic());
        if (handler == null) {
            throw new IllegalStateException("nobody here reads " + event.topic());
        }
        return handler;
    }
}
