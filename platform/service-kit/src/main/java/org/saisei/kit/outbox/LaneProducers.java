package org.saisei.kit.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.saisei.kit.contract.EventContracts;

/** Makes each lane's own transactional producer and its records. */
@Singleton
class LaneProducers {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final long BUFFER_BYTES = 4L * 1024 * 1024;

    private final Map<String, Object> kafka;
    private final String service;

    LaneProducers(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.service = service;
    }

    Producer<String, byte[]> open(int lane) {
        var config = new HashMap<String, Object>(kafka);
        config.keySet().removeIf(key -> key.startsWith("key.") || key.startsWith("value."));
        config.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-outbox-" + lane);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + "-outbox-" + lane);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * PATIENCE_MILLIS);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 3 * PATIENCE_MILLIS);
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** CloudEvents 1.0, binary content mode. */
    ProducerRecord<String, byte[]> record(int lane, LaneStore.Row row) {
        var record = new ProducerRecord<>(row.topic(), lane, row.occurredAt().toEpochMilli(), row.key(), row.payload());
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", row.id().toString());
        header(record, "ce_type", row.type());
        header(record, "ce_source", "/saisei/" + service);
        header(record, "ce_subject", row.key());
        header(record, "ce_time", row.occurredAt().toString());
        header(record, "ce_sequence", String.valueOf(row.seq()));
        header(record, "ce_dataschema", EventContracts.schemaId(row.type()));
        header(record, "content-type", "application/json");
        if (row.traceparent() != null) {
            header(record, "traceparent", row.traceparent());
        }
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
