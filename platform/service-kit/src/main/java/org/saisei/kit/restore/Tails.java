package org.saisei.kit.restore;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Partitions read from their ends backwards, piece by piece, for as long as somebody wants to know what was before. */
final class Tails {
    private static final int FIRST_PIECE = 10;
    private static final int LONGEST_PIECE = 2_000;
    private static final int GROWTH = 8;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Consumer<String, byte[]> reader;

    Tails(Consumer<String, byte[]> reader) {
        this.reader = reader;
    }

    /**
     * @param ends by partition, each the offset before which to begin
     * @param each is given the records of a piece, in the order of each partition, and of later pieces before earlier ones
     * @param settled called after each piece: partitions of which nothing earlier need be looked at
     */
    void backwards(
            Map<TopicPartition, Long> ends,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> each,
            Supplier<Set<TopicPartition>> settled) {
        var begins = reader.beginningOffsets(ends.keySet());
        var open = without(ends, begins);
        long piece = FIRST_PIECE;
        while (!open.isEmpty()) {
            var from = new HashMap<TopicPartition, Long>();
            long size = piece;
            open.forEach(
                    (partition, end) -> from.put(partition, Math.max(begins.getOrDefault(partition, 0L), end - size)));
            forwards(from, open, each);
            from.keySet().removeAll(settled.get());
            open = without(from, begins);
            piece = Math.min(LONGEST_PIECE, piece * GROWTH);
        }
    }

    /** Reads what is between. */
    void forwards(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        reader.assign(from.keySet());
        from.forEach(reader::seek);
        long heard = System.nanoTime();
        var reading = from.keySet();
        while (!reading.isEmpty()) {
            var records = reader.poll(POLL);
            if (!records.isEmpty()) {
                heard = System.nanoTime();
            }
            for (var message : records) {
                if (message.offset() < to.getOrDefault(partition(message), 0L)) {
                    each.accept(message);
                }
            }
            var left = reading.stream()
                    .filter(partition -> reader.position(partition) < to.getOrDefault(partition, 0L))
                    .collect(Collectors.toUnmodifiableSet());
            if (left.size() < reading.size()) {
                heard = System.nanoTime();
                reader.assign(left);
                reading = left;
            } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
                throw new TimeoutException("the broker does not tell what stands on " + left.size() + " partitions");
            }
        }
    }

    static TopicPartition partition(ConsumerRecord<String, byte[]> message) {
        return new TopicPartition(message.topic(), message.partition());
    }

    private static Map<TopicPartition, Long> without(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> begins) {
        return ends.entrySet().stream()
                .filter(end -> end.getValue() > begins.getOrDefault(end.getKey(), 0L))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
