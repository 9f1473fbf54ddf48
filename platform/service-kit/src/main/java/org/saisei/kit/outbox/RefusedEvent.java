package org.saisei.kit.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of this service that the broker refuses for good, as an operator may see it: never what it says. Its key waits.
 *
 * @param key a pseudonym
 * @param bytes size of its value
 * @param error class of what the broker's refusal was
 * @param behind how many events of its key wait for it; null once it is released
 * @param released null while it is held back
 */
public record RefusedEvent(
        UUID eventId,
        String topic,
        String key,
        long sequence,
        String type,
        Instant time,
        long bytes,
        String error,
        Instant refusedAt,
        @Nullable Long behind,
        @Nullable Released released) {

    /** Who had it sent again, and why; nulls where it was done in the database. */
    public record Released(
            Instant at,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String documentNumber) {}

    /**
     * Which are asked for; null for any.
     *
     * @param after those after this one in the order of their ids
     * @param limit how many at most
     */
    public record Query(
            @Nullable String topic,
            @Nullable String key,
            @Nullable Boolean open,
            @Nullable UUID after,
            int limit) {}

    public boolean isOpen() {
        return released == null;
    }
}
