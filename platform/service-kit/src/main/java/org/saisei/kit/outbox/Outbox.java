package org.saisei.kit.outbox;

/** Where an act leaves its events. */
public interface Outbox {

    /**
     * Stores the event in the running transaction, which must be active and must already hold the aggregate's row lock.
     * Gives it a UUIDv7 id and the next sequence number of its (topic, key), without gaps, and has it published soon
     * after the commit.
     *
     * @throws IllegalStateException if there is no transaction, or the data break the type's schema or the size limit,
     *     or the service has not yet compared its database with its topics
     */
    void append(OutboxEvent event);
}
