package org.saisei.systemtests.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.saisei.systemtests.chaos.check.Snapshot.TopicRecord;

/** Reads all declared topics from their beginning to where they end now, read_committed. */
final class TopicReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 30;

    private TopicReader() {}

    static List<TopicRecord> records(String bootstrapServers) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = topics().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<TopicRecord>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(read(record)));
            }
            return records;
        }
    }

    private static List<String> topics() {
        try (InputStream in = TopicReader.class.getResourceAsStream("/contracts/topics.json")) {
            var topics = new ArrayList<String>();
            JSON.readTree(Objects.requireNonNull(in))
                    .path("topics")
                    .forEach(topic -> topics.add(topic.path("name").asText()));
            return topics;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a group has acknowledged: the next offset by {@code topic/partition}. */
    static Map<String, Long> acknowledged(String bootstrapServers, String group) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var offsets = new HashMap<String, Long>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            offsets.put(partition.topic() + "/" + partition.partition(), offset.offset());
                        }
                    });
            return offsets;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not say what " + group + " has acknowledged", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static TopicRecord read(ConsumerRecord<String, byte[]> record) {
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                String.valueOf(record.key()),
                id(header(record, "ce_id")),
                sequence(header(record, "ce_sequence")),
                header(record, "ce_type"),
                header(record, "ce_source"),
                members(record.value()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static Map<String, String> members(byte @Nullable [] value) {
        var members = new HashMap<String, String>();
        try {
            JsonNode tree = value == null ? JSON.nullNode() : JSON.readTree(value);
            tree.properties().forEach(member -> {
                if (member.getValue().isValueNode()) {
                    members.put(member.getKey(), member.getValue().asText());
                }
            });
        } catch (IOException noJson) {
            members.clear();
        }
        return members;
    }
}
