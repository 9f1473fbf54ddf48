package org.saisei.kit.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A received event that waits, or did, as an operator may see it: where it stands and why, never what it says.
 *
 * @param key a pseudonym; empty for a record without one
 * @param eventId null where the record's headers cannot be read, as are sequence, type and time
 * @param error what its handler threw, classes only
 * @param behind how many events of its key wait for it; null unless it is an open {@link Reason#POISON}
 * @param resolved null while it is open
 */
public record ParkedEvent(
        UUID id,
        String topic,
        int partition,
        long offset,
        String key,
        @Nullable UUID eventId,
        @Nullable Long sequence,
        @Nullable String type,
        @Nullable Instant time,
        Reason reason,
        @Nullable String error,
        Instant parkedAt,
        @Nullable Long behind,
        @Nullable Resolved resolved) {

    /** Why it waits. */
    public enum Reason {
        /** Its handler failed, or it is no event of ours. */
        POISON,
        /** It stands behind a poison event of its key. */
        BEHIND,
        /** An earlier one of its key and topic has not come yet. */
        GAP
    }

    /** How it came to an end. */
    public enum Resolution {
        /** By itself, once its turn had come. */
        APPLIED,
        /** By an operator. */
        REPLAYED,
        /** By an operator: it never has an effect here. */
        DISCARDED
    }

    /**
     * How, when, and by whom and why where an operator did it.
     *
     * @param skippedFrom the first of the sequences before its own that were given up for it; null for none
     */
    public record Resolved(
            Resolution resolution,
            Instant at,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String documentNumber,
            @Nullable Long skippedFrom) {}

    /**
     * Which are asked for; null for any.
     *
     * @param after those parked later than this one
     * @param limit how many at most
     */
    public record Query(
            @Nullable String topic,
            @Nullable String key,
            @Nullable Boolean open,
            @Nullable Reason reason,
            @Nullable UUID after,
            int limit) {}

    public boolean isOpen() {
        return resolved == null;
    }
}
