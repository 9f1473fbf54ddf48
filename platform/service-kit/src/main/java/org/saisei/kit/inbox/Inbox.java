package org.saisei.kit.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records off Kafka for a handler. */
public interface Inbox {

    /**
     * Returns once the record's effect (or its parking) is committed, and so may be acknowledged. While the database is
     * away it waits and tries again; it gives up only when the service stops, by an exception.
     */
    void receive(ConsumerRecord<String, byte[]> message, EventHandler handler);
}
