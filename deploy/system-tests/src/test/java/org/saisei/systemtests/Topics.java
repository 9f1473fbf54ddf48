package org.saisei.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What an independent consumer finds on a topic, read_committed, of all that services have published. */
final class Topics {
    private Topics() {}

    record Event(String key, int partition, Map<String, String> headers, JsonNode value) {
        String type() {
            return headers.get("ce_type");
        }

        String id() {
            return headers.get("ce_id");
        }

        long sequence() {
            return Long.parseLong(headers.get("ce_sequence"));
        }
    }

    static List<Event> of(Stack stack, String topic, String key) {
        return all(stack, topic).stream()
                .filter(event -> event.key().equals(key))
                .toList();
    }

    static List<Event> all(Stack stack, String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.processes().kafka().bootstrapServers(),
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<Event>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var headers = new HashMap<String, String>();
                    record.headers()
                            .forEach(header ->
                                    headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                    if (Circumstances.SOURCE.equals(headers.get("ce_source"))) {
                        continue;
                    }
                    events.add(
                            new Event(record.key(), record.partition(), headers, Caller.JSON.readTree(record.value())));
                }
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
