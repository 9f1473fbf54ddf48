package org.saisei.kit.broker;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record's headers say, where they are those of an event; whatever else stands on a topic has none of it. */
public final class EventHeaders {
    private EventHeaders() {}

    public static Optional<String> text(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    public static Optional<UUID> id(ConsumerRecord<String, byte[]> message) {
        try {
            return text(message, "ce_id").map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** 0 for none. */
    public static long sequence(ConsumerRecord<String, byte[]> message) {
        try {
            return text(message, "ce_sequence").map(Long::valueOf).orElse(0L);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
