package org.saisei.kit.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.broker.EventHeaders;

/**
 * Finds what stands on the service's own topics and has no row. An event is marked as published after it was, and a lane
 * sends one after the other: so once a partition's record is met whose row has the mark, the database has all rows before it.
 */
@Singleton
class OwnTopics {
    private static final String FACILITY = "facilityId";
    private static final String DOCUMENT = "documentNumber";
    private static final int LONGEST = 200;

    private final ComparisonStore store;
    private final ObjectMapper json;
    private final String source;

    OwnTopics(
            ComparisonStore store,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.store = store;
        this.json = json;
        this.source = "/saisei/" + service;
    }

    /** @return how many were not known, and are kept now */
    long keepForgotten(Tails tails, Map<TopicPartition, Long> ends) {
        var piece = new ArrayList<ForgottenEvent.Found>();
        var ours = new HashSet<>(store.published(
                ends.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet())));
        var kept = new long[1];
        tails.backwards(ends, message -> found(message).ifPresent(piece::add), () -> {
            piece.forEach(event -> ours.add(event.topic()));
            var settled = new HashSet<TopicPartition>();
            kept[0] += keep(piece, settled);
            piece.clear();
            // of another's topic nothing is ours, however far back
            ends.keySet().stream()
                    .filter(partition -> !ours.contains(partition.topic()))
                    .forEach(settled::add);
            return settled;
        });
        return kept[0];
    }

    private long keep(List<ForgottenEvent.Found> piece, Set<TopicPartition> settled) {
        Map<UUID, Boolean> published = store.published(
                piece.stream().map(ForgottenEvent.Found::eventId).collect(Collectors.toSet()));
        for (var event : piece) {
            if (Boolean.TRUE.equals(published.get(event.eventId()))) {
                settled.add(new TopicPartition(event.topic(), event.partition()));
            }
        }
        return store.keep(piece.stream()
                .filter(event -> !published.containsKey(event.eventId()))
                .toList());
    }

    private Optional<ForgottenEvent.Found> found(ConsumerRecord<String, byte[]> message) {
        var id = EventHeaders.id(message);
        long sequence = EventHeaders.sequence(message);
        if (message.key() == null
                || !isOurs(message.key())
                || id.isEmpty()
                || sequence < 1
                || !EventHeaders.text(message, "ce_source")
                        .filter(source::equals)
                        .isPresent()) {
            return Optional.empty();
        }
        var value = value(message.value());
        return Optional.of(new ForgottenEvent.Found(
                id.get(),
                message.topic(),
                message.key(),
                sequence,
                EventHeaders.text(message, "ce_type").filter(OwnTopics::isOurs).orElse(""),
                time(message),
                text(value, FACILITY),
                text(value, DOCUMENT),
                message.partition(),
                message.offset()));
    }

    private static Instant time(ConsumerRecord<String, byte[]> message) {
        try {
            return EventHeaders.text(message, "ce_time").map(Instant::parse).orElseGet(() -> written(message));
        } catch (DateTimeException malformed) {
            return written(message);
        }
    }

    private static Instant written(ConsumerRecord<String, byte[]> message) {
        return Instant.ofEpochMilli(message.timestamp());
    }

    private @Nullable JsonNode value(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : json.readTree(bytes);
        } catch (IOException noJson) {
            return null;
        }
    }

    private static @Nullable String text(@Nullable JsonNode value, String field) {
        var text = value == null ? null : value.path(field).textValue();
        return text == null || !isOurs(text) ? null : text;
    }

    /** Whether a text could be one of ours; a foreign record may name us as its source, and have what cannot be kept. */
    private static boolean isOurs(String text) {
        return text.length() <= LONGEST && text.codePoints().noneMatch(Character::isISOControl);
    }
}
