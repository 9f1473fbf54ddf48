package org.saisei.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.contract.EventContracts;
import org.saisei.kit.database.Sql;
import org.saisei.kit.gate.Gate;
import org.saisei.kit.id.Ids;

@ApplicationScoped
class JdbcOutbox implements Outbox {
    /** Well below the broker's limit for one record. */
    private static final int MAX_PAYLOAD_BYTES = 256 * 1024;

    /**
     * The head's row lock, held to the end of the transaction, makes the sequence gapless and its rows visible in
     * sequence; the position is drawn under that lock, so that it rises with the sequence of a key.
     */
    private static final String APPEND = """
            WITH event (topic, key, id, lane, type, occurred_at, payload, traceparent) AS (
                VALUES (?, ?, ?::uuid, ?::smallint, ?, ?::timestamptz, ?::bytea, ?::text)),
            head AS (
                INSERT INTO outbox_head (topic, key, last_seq) SELECT topic, key, 1 FROM event
                ON CONFLICT (topic, key) DO UPDATE SET last_seq = outbox_head.last_seq + 1
                RETURNING topic, key, last_seq)
            INSERT INTO outbox (id, topic, key, seq, lane, type, occurred_at, payload, traceparent)
            SELECT id, topic, key, last_seq, lane, type, occurred_at, payload, traceparent
            FROM event JOIN head USING (topic, key)
            """;

    private final Sql sql;
    private final Ids ids;
    private final InstantSource clock;
    private final ObjectMapper json;
    private final EventContracts contracts;
    private final Lanes lanes;
    private final OutboxRelay relay;
    private final Gate gate;

    JdbcOutbox(
            Sql sql,
            Ids ids,
            InstantSource clock,
            ObjectMapper json,
            EventContracts contracts,
            Lanes lanes,
            OutboxRelay relay,
            Gate gate) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
        this.contracts = contracts;
        this.lanes = lanes;
        this.relay = relay;
        this.gate = gate;
    }

    @Override
    public void append(OutboxEvent event) {
        if (!QuarkusTransaction.isActive()) {
            throw new IllegalStateException("an event is stored in the transaction of what it tells");
        }
        if (!gate.allowsNumbering()) {
            throw new IllegalStateException("no event before it is known which sequence numbers its topic has");
        }
        var payload = payload(event);
        int lane = lanes.of(event.key());
        sql.later(
                APPEND,
                event.topic(),
                event.key(),
                ids.next(),
                lane,
                event.type(),
                clock.instant(),
                payload,
                traceparent());
        sql.afterCommit(() -> relay.committed(lane));
    }

    private byte[] payload(OutboxEvent event) {
        var tree = json.valueToTree(event.data());
        var violations = contracts.violations(event.type(), (com.fasterxml.jackson.databind.JsonNode) tree);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("event breaks the contract of " + event.type() + ": " + violations);
        }
        try {
            var bytes = json.writeValueAsBytes(tree);
            if (bytes.length > MAX_PAYLOAD_BYTES) {
                throw new IllegalStateException("event " + event.type() + " has " + bytes.length + " bytes");
            }
            return bytes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event " + event.type() + " cannot be written", e);
        }
    }

    private static @Nullable String traceparent() {
        var context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }
}
