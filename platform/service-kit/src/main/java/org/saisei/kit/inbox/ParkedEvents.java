package org.saisei.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.database.Sql;
import org.saisei.kit.database.SqlFailure;

/**
 * What an operator sees of parked events and does with them. An act is one event in one transaction, so that a long queue
 * holds nobody up: what waited behind it is applied afterwards, in sequence, each by itself.
 */
@ApplicationScoped
public class ParkedEvents {
    private final InboxStore store;
    private final ParkedReader reader;
    private final Sql sql;
    private final AuditTrail audit;
    private final Waiting waiting;
    private final Map<String, EventHandler> handlers;

    ParkedEvents(
            InboxStore store,
            ParkedReader reader,
            Sql sql,
            AuditTrail audit,
            Waiting waiting,
            Instance<EventHandler> handlers) {
        this.store = store;
        this.reader = reader;
        this.sql = sql;
        this.audit = audit;
        this.waiting = waiting;
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(EventHandler::topic, Function.identity()));
    }

    /**
     * Who acts and why.
     *
     * @param documentNumber the operator's own, of the incident; several events may have the same
     */
    public record Order(Actor operator, String reason, String documentNumber) {}

    /** What came of an act. Everything but {@link Done} leaves all as it was, once the transaction is rolled back. */
    public sealed interface Outcome {
        /**
         * @param released how many events of the key waited for it and are applied now, unless heldBy names others
         * @param heldBy open poison events of the key that still hold it
         */
        record Done(ParkedEvent event, int released, List<UUID> heldBy) implements Outcome {}

        record NotThere() implements Outcome {}

        /** It is resolved already. */
        record NotParked(ParkedEvent event) implements Outcome {}

        /** It waits behind these, which have to be resolved first. */
        record Held(List<UUID> by) implements Outcome {}

        /** Events of these sequences, first and last, have not come. */
        record TooEarly(long missingFrom, long missingTo) implements Outcome {}

        /**
         * Its handler fails.
         *
         * @param error classes of what it threw
         */
        record StillPoison(String error) implements Outcome {}
    }

    /** Oldest first. */
    public List<ParkedEvent> list(ParkedEvent.Query query) {
        return reader.list(query);
    }

    public Optional<ParkedEvent> find(UUID id) {
        return reader.one(id);
    }

    /**
     * Hands the event to its handler again, in the running transaction.
     *
     * @param skipMissing gives up the events before it that have not come: should they come, they have no effect
     */
    public Outcome replay(UUID id, Order order, boolean skipMissing) {
        var found = locked(id);
        if (found.isEmpty()) {
            return new Outcome.NotThere();
        }
        if (!found.get().isOpen()) {
            return new Outcome.NotParked(found.get());
        }
        var parked = store.parked(id);
        if (parked.isEmpty()) {
            return new Outcome.StillPoison("Unreadable");
        }
        var event = parked.get().event();
        var poison = reader.poisonOf(event.key());
        if (parked.get().reason() != ParkedEvent.Reason.POISON && !poison.isEmpty()) {
            return new Outcome.Held(poison);
        }
        long last = store.lockMark(event.topic(), event.key());
        boolean early = event.sequence() > last + 1;
        if (early && !skipMissing) {
            return new Outcome.TooEarly(last + 1, event.sequence() - 1);
        }
        if (event.sequence() > last || store.succeedsDiscarded(event)) {
            try {
                if (store.record(event)) {
                    handler(event).handle(event.open());
                    // what the handler has left for later may fail, too
                    sql.flush();
                }
            } catch (RuntimeException fault) {
                if (SqlFailure.of(fault) == SqlFailure.TRANSIENT) {
                    throw fault;
                }
                return new Outcome.StillPoison(Faulty.describe(fault));
            }
            store.advance(event.topic(), event.key(), event.sequence());
        }
        return resolved(
                found.get(), ParkedEvent.Resolution.REPLAYED, order, early ? last + 1 : null, "replayParkedEvent");
    }

    /**
     * Drops the event for good, as if it had been applied, in the running transaction. If another event waits at its place,
     * that one's turn has come.
     *
     * @param skipMissing as of {@link #replay}: without it only a poison event is dropped
     */
    public Outcome discard(UUID id, Order order, boolean skipMissing) {
        var found = locked(id);
        if (found.isEmpty()) {
            return new Outcome.NotThere();
        }
        var event = found.get();
        if (!event.isOpen()) {
            return new Outcome.NotParked(event);
        }
        if (event.reason() == ParkedEvent.Reason.BEHIND) {
            return new Outcome.Held(reader.poisonOf(event.key()));
        }
        Long skippedFrom = null;
        if (event.sequence() != null) {
            long last = store.lockMark(event.topic(), event.key());
            if (event.sequence() > last + 1) {
                if (!skipMissing) {
                    return new Outcome.TooEarly(last + 1, event.sequence() - 1);
                }
                skippedFrom = last + 1;
            }
            store.advance(event.topic(), event.key(), store.hasRival(event) ? event.sequence() - 1 : event.sequence());
        }
        return resolved(event, ParkedEvent.Resolution.DISCARDED, order, skippedFrom, "discardParkedEvent");
    }

    /** As it is once nobody else works on its key and topic: the mark first, as the inbox does, then the row. */
    private Optional<ParkedEvent> locked(UUID id) {
        if (!QuarkusTransaction.isActive()) {
            throw new IllegalStateException("an operator's act is a transaction");
        }
        reader.one(id)
                .filter(event -> event.sequence() != null)
                .ifPresent(event -> store.lockMark(event.topic(), event.key()));
        return sql.first("SELECT 1 FROM parked_event WHERE id = ? FOR UPDATE", row -> 1, id)
                .flatMap(there -> reader.one(id));
    }

    private Outcome resolved(
            ParkedEvent before,
            ParkedEvent.Resolution resolution,
            Order order,
            @Nullable Long skippedFrom,
            String action) {
        sql.update(
                """
                UPDATE parked_event SET resolved_at = clock_timestamp(), resolution = ?, resolved_by = ?,
                       resolution_reason = ?, resolution_document = ?, skipped_from = ?
                WHERE id = ?
                """,
                resolution.name(),
                order.operator().subject(),
                order.reason(),
                order.documentNumber(),
                skippedFrom,
                before.id());
        var heldBy = reader.poisonOf(before.key());
        int released = heldBy.isEmpty() ? store.release(before.key()) : 0;
        var after = reader.one(before.id()).orElseThrow();
        audit.wrote(order.operator(), action, "parkedEvent", before.id().toString(), order.reason(), before, after);
        sql.afterCommit(waiting::wake);
        return new Outcome.Done(after, released, heldBy);
    }

    private EventHandler handler(RawEvent event) {
        var handler = handlers.get(event.topic());
        if (handler == null) {
            throw new IllegalStateException("nobody here reads " + event.topic());
        }
        return handler;
    }
}
