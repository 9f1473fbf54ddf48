package org.saisei.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * An event taken from a topic.
 *
 * @param sequence counts from 1 per (topic, key) without gaps
 * @param type CloudEvents type, e.g. {@code saisei.registry.subject-enrolled.v1}
 * @param time when the publisher stored it
 * @param data the JSON value
 */
public record ReceivedEvent(
        UUID id, String topic, String key, long sequence, String type, Instant time, JsonNode data) {

    /**
     * The data as a record of the consumer's own, read tolerantly: members it does not know are ignored, those it knows
     * and misses are null.
     *
     * @throws IllegalArgumentException if a member cannot be read
     */
    public <T> T as(Class<T> type) {
        return EventReader.convert(data, type);
    }
}
