package org.saisei.kit.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents in binary content mode off Kafka records. */
final class EventReader {
    private static final ObjectMapper TOLERANT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private EventReader() {}

    /** A record that is no event of ours. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }

    /** @throws Unreadable if a header is missing or malformed, or the value is no JSON */
    static ReceivedEvent read(ConsumerRecord<String, byte[]> message) {
        try {
            if (message.key() == null || message.value() == null) {
                throw new Unreadable("no key or no value", null);
            }
            return of(
                    message.topic(),
                    message.key(),
                    UUID.fromString(header(message.headers(), "ce_id")),
                    Long.parseLong(header(message.headers(), "ce_sequence")),
                    header(message.headers(), "ce_type"),
                    Instant.parse(header(message.headers(), "ce_time")),
                    message.value());
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new Unreadable("malformed header", e);
        }
    }

    static ReceivedEvent of(String topic, String key, UUID id, long sequence, String type, Instant time, byte[] value) {
        try {
            return new ReceivedEvent(id, topic, key, sequence, type, time, TOLERANT.readTree(value));
        } catch (IOException e) {
            throw new Unreadable("value is no JSON", e);
        }
    }

    static <T> T convert(JsonNode data, Class<T> type) {
        return TOLERANT.convertValue(data, type);
    }

    static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null) {
            throw new Unreadable("no header " + name, null);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
