package org.saisei.kit.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.saisei.kit.broker.EventHeaders;
import org.saisei.kit.contract.EventContracts;
import org.saisei.kit.database.Sql;
import org.saisei.kit.reconciliation.Anomaly.Kind;

/** What the outbox says is on Kafka, against what stands there. */
@ApplicationScoped
class PublishedCheck implements ReconciliationCheck {
    /** Of a longer time the newest are compared, and the answer says that it is not complete. */
    private static final int MOST = 100_000;

    private final BoundedSql bounded;
    private final Sql sql;
    private final TopicTail topics;
    private final EventContracts contracts;
    private final String source;

    PublishedCheck(
            BoundedSql bounded,
            Sql sql,
            TopicTail topics,
            EventContracts contracts,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.bounded = bounded;
        this.sql = sql;
        this.topics = topics;
        this.contracts = contracts;
        this.source = "/saisei/" + service;
    }

    private record Row(UUID id, String topic, String key, long sequence, int lane) {}

    /** The outbox's rows of the scope by id, and what the records were held against them. */
    private static final class Comparison {
        private final Map<UUID, Row> rows = new HashMap<>();
        private final Map<UUID, Row> missing = new HashMap<>();
        private final List<String> differing = new ArrayList<>();
        private final HashSet<UUID> unknown = new HashSet<>();
        private final TopicHistory history = new TopicHistory();
        private long foreign;
    }

    @Override
    public String name() {
        return "published";
    }

    @Override
    public Findings look(Scope scope) {
        var comparison = new Comparison();
        var newest = rows(scope);
        newest.stream().limit(MOST).forEach(row -> comparison.rows.put(row.id(), row));
        comparison.missing.putAll(comparison.rows);
        var first = newest.size() > MOST ? newest.get(MOST - 1).id() : scope.firstId();
        var from = Instant.ofEpochMilli(first.getMostSignificantBits() >>> 16).minus(Scope.ON_ITS_WAY);

        boolean all = topics.read(scope, published(scope), from, message -> compare(comparison, message, first));

        var findings = new Findings()
                .measure("events", comparison.rows.size())
                .measure("repeated", comparison.history.repeated())
                .measure("foreignRecords", comparison.foreign)
                .found(Kind.HALF_APPLIED, "on its topic otherwise than in the outbox", comparison.differing)
                .found(Kind.REORDERED, "on its topic after a later one of its key", comparison.history.reordered())
                .found(Kind.DUPLICATED, "on its topic in the place of another", comparison.history.duplicated())
                .found(Kind.LOST, "on its topic, and not in the outbox", withoutRow(comparison));
        if (all) {
            findings.found(
                    Kind.LOST,
                    "published, and not on its topic",
                    comparison.missing.keySet().stream()
                            .map(UUID::toString)
                            .sorted()
                            .toList());
        }
        return all && newest.size() <= MOST ? findings : findings.incomplete();
    }

    private void compare(Comparison comparison, ConsumerRecord<String, byte[]> message, UUID first) {
        if (!EventHeaders.text(message, "ce_source").filter(source::equals).isPresent()) {
            comparison.foreign++;
            return;
        }
        var id = EventHeaders.id(message).orElse(new UUID(0, 0));
        long sequence = EventHeaders.sequence(message);
        comparison.history.saw(message.topic(), String.valueOf(message.key()), sequence, id);
        comparison.missing.remove(id);
        var row = comparison.rows.get(id);
        if (row == null) {
            if (Long.compareUnsigned(id.getMostSignificantBits(), first.getMostSignificantBits()) >= 0
                    && comparison.unknown.size() < MOST) {
                comparison.unknown.add(id);
            }
        } else if (!row.equals(new Row(id, message.topic(), message.key(), sequence, message.partition()))) {
            comparison.differing.add(id.toString());
        }
    }

    /** Newest first; read before the topics are, so that whatever is marked as published stands before their ends. */
    private List<Row> rows(Scope scope) {
        return bounded.list(
                scope,
                "SELECT id, topic, key, seq, lane FROM outbox WHERE id >= ? AND published_at IS NOT NULL"
                        + " ORDER BY id DESC LIMIT ?",
                row -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getInt(5)),
                scope.firstId(),
                MOST + 1);
    }

    private List<String> published(Scope scope) {
        return bounded.list(
                scope,
                "SELECT topic FROM unnest(?) AS known (topic)"
                        + " WHERE EXISTS (SELECT FROM outbox_head h WHERE h.topic = known.topic)",
                row -> row.getString(1),
                (Object) contracts.topics().toArray(String[]::new));
    }

    /**
     * Those whose row was not yet marked when the rows were read are in the outbox all the same; those that a restore has lost
     * are no longer missed once an operator has resolved them.
     */
    private List<String> withoutRow(Comparison comparison) {
        var unknown = comparison.unknown.toArray(UUID[]::new);
        sql.list(
                        "SELECT id FROM outbox WHERE id = ANY (?) UNION ALL"
                                + " SELECT event_id FROM forgotten_event WHERE event_id = ANY (?) AND resolved_at IS NOT NULL",
                        row -> row.getObject(1, UUID.class),
                        unknown,
                        unknown)
                .forEach(comparison.unknown::remove);
        return comparison.unknown.stream().map(UUID::toString).sorted().toList();
    }
}
