package org.saisei.kit.inbox;

import java.time.Instant;
import java.util.UUID;

/** An event of which only the headers have been read: it has its place in the sequence, whatever its value says. */
record RawEvent(UUID id, String topic, String key, long sequence, String type, Instant time, byte[] value) {

    /** @throws EventReader.Unreadable if the value is no JSON */
    ReceivedEvent open() {
        return new ReceivedEvent(id, topic, key, sequence, type, time, EventReader.json(value));
    }
}
