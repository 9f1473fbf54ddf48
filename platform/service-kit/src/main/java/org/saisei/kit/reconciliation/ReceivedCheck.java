package org.saisei.kit.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.saisei.kit.broker.Broker;
import org.saisei.kit.broker.EventHeaders;
import org.saisei.kit.inbox.EventHandler;
import org.saisei.kit.reconciliation.Anomaly.Kind;

/** What this service has acknowledged, against what it has applied or parked. */
@ApplicationScoped
class ReceivedCheck implements ReconciliationCheck {
    private static final int BATCH = 5_000;

    private final BoundedSql sql;
    private final Broker broker;
    private final TopicTail topics;
    private final List<String> read;

    ReceivedCheck(BoundedSql sql, Broker broker, TopicTail topics, Instance<EventHandler> handlers) {
        this.sql = sql;
        this.broker = broker;
        this.topics = topics;
        this.read = handlers.stream().map(EventHandler::topic).sorted().toList();
    }

    private record Place(String topic, int partition, long offset) {}

    @Override
    public String name() {
        return "received";
    }

    @Override
    public Findings look(Scope scope) {
        if (read.isEmpty()) {
            return new Findings();
        }
        Map<TopicPartition, Long> acknowledged;
        try (var admin = broker.admin(scope.remaining())) {
            acknowledged = broker.acknowledged(admin, scope.remaining());
        }
        var waiting = new HashMap<Place, UUID>();
        var without = new ArrayList<String>();
        var counted = new long[2];
        boolean all = topics.read(scope, read, scope.since(), message -> {
            counted[0]++;
            if (message.offset() >= acknowledged.getOrDefault(partition(message), 0L)) {
                counted[1]++;
                return;
            }
            waiting.put(
                    new Place(message.topic(), message.partition(), message.offset()),
                    EventHeaders.id(message).orElse(new UUID(0, 0)));
            if (waiting.size() == BATCH) {
                without.addAll(withoutEffect(scope, waiting));
                waiting.clear();
            }
        });
        without.addAll(withoutEffect(scope, waiting));
        var findings = new Findings()
                .measure("events", counted[0])
                .measure("notRead", counted[1])
                .found(
                        Kind.LOST,
                        "acknowledged, and neither applied nor parked (topic, partition and offset)",
                        without);
        return all ? findings : findings.incomplete();
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> message) {
        return new TopicPartition(message.topic(), message.partition());
    }

    /** Those of the records that are neither in the inbox nor were ever parked, nor come after they were given up. */
    private List<String> withoutEffect(Scope scope, Map<Place, UUID> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        var applied = new HashSet<>(sql.list(
                scope,
                "SELECT event_id FROM inbox WHERE event_id = ANY (?)",
                row -> row.getObject(1, UUID.class),
                (Object) records.values().toArray(UUID[]::new)));
        return records.entrySet().stream()
                .filter(record -> !applied.contains(record.getValue()))
                .map(Map.Entry::getKey)
                .filter(place -> sql.list(
                                scope,
                                "SELECT 1 FROM parked_event WHERE topic = ? AND \"partition\" = ? AND \"offset\" = ?",
                                row -> 1,
                                place.topic(),
                                place.partition(),
                                place.offset())
                        .isEmpty())
                .map(place -> "%s %d@%d".formatted(place.topic(), place.partition(), place.offset()))
                .sorted()
                .toList();
    }
}
