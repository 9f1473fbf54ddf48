package org.saisei.kit.reconciliation;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.saisei.kit.broker.Broker;

/** Reads what stands on topics, from a time on to where they end now. */
@Singleton
class TopicTail {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Broker broker;

    TopicTail(Broker broker) {
        this.broker = broker;
    }

    /** @return false if the scope's time was over before the end was reached */
    boolean read(Scope scope, Collection<String> topics, Instant from, Consumer<ConsumerRecord<String, byte[]>> each) {
        if (topics.isEmpty()) {
            return true;
        }
        if (scope.isOver()) {
            return false;
        }
        try (var reader = broker.reader(scope.remaining())) {
            var partitions = broker.partitions(topics);
            reader.assign(partitions);
            var ends = reader.endOffsets(partitions);
            var asked = new HashMap<org.apache.kafka.common.TopicPartition, Long>();
            partitions.forEach(partition -> asked.put(partition, from.toEpochMilli()));
            reader.offsetsForTimes(asked).forEach((partition, begin) -> {
                if (begin == null || begin.offset() >= ends.getOrDefault(partition, 0L)) {
                    ends.remove(partition);
                } else {
                    reader.seek(partition, begin.offset());
                }
            });
            reader.assign(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                if (scope.isOver()) {
                    return false;
                }
                reader.poll(POLL).forEach(each);
            }
            return true;
        }
    }
}
