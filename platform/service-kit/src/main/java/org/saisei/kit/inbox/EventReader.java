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
    /** Ours have at most 64 characters. */
    private static final int LONGEST_KEY = 200;

    private static final int LONGEST_HEADER = 200;
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

    /** @throws Unreadable if the key or a header is missing or malformed; the value is not looked at */
    static RawEvent read(ConsumerRecord<String, byte[]> message) {
        try {
            if (message.key() == null || message.key().length() > LONGEST_KEY || hasControl(message.key())) {
                throw new Unreadable("no usable key", null);
            }
            long sequence = Long.parseLong(header(message.headers(), "ce_sequence"));
            if (sequence < 1) {
                throw new Unreadable("malformed header", null);
            }
            return new RawEvent(
                    UUID.fromString(header(message.headers(), "ce_id")),
                    message.topic(),
                    message.key(),
                    sequence,
                    header(message.headers(), "ce_type"),
                    Instant.parse(header(message.headers(), "ce_time")),
                    message.value() == null ? new byte[0] : message.value());
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new Unreadable("malformed header", e);
        }
    }

    /** A key as it can be kept and shown, whatever was sent as one. */
    static String keepableKey(@Nullable String key) {
        return key == null
                ? ""
                : key.codePoints()
                        .limit(LONGEST_KEY)
                        .map(point -> Character.isISOControl(point) ? '\uFFFD' : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    static JsonNode json(byte[] value) {
        try {
            var tree = TOLERANT.readTree(value);
            if (tree.isMissingNode()) {
                throw new Unreadable("no value", null);
            }
            return tree;
        } catch (IOException e) {
            throw new Unreadable("value is no JSON", e);
        }
    }

    static <T> T convert(JsonNode data, Class<T> type) {
        return TOLERANT.convertValue(data, type);
    }

    static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new Unreadable("no header " + name, null);
        }
        var text = new String(header.value(), StandardCharsets.UTF_8);
        if (text.length() > LONGEST_HEADER || hasControl(text)) {
            throw new Unreadable("malformed header", null);
        }
        return text;
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
