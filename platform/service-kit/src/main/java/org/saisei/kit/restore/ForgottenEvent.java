package org.saisei.kit.restore;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of this service that stands on its topic, and whose act its restored database does not know.
 *
 * @param facilityId of the act; null where it is no facility's
 * @param documentNumber of the act, the facility's own; null where it has none
 * @param resolved null while it is open
 */
public record ForgottenEvent(
        UUID eventId,
        String topic,
        String key,
        long sequence,
        String type,
        Instant time,
        @Nullable String facilityId,
        @Nullable String documentNumber,
        int partition,
        long offset,
        Instant foundAt,
        @Nullable Resolved resolved) {

    /** What became of the act. */
    public enum Resolution {
        /** It is recorded again. */
        RE_ENTERED,
        /** It is not, and will not be. */
        GIVEN_UP
    }

    /** @param documentNumber the operator's own, of the incident */
    public record Resolved(Resolution resolution, Instant at, String by, String reason, String documentNumber) {}

    /** As it is found on its topic. */
    record Found(
            UUID eventId,
            String topic,
            String key,
            long sequence,
            String type,
            Instant time,
            @Nullable String facilityId,
            @Nullable String documentNumber,
            int partition,
            long offset) {}

    /**
     * Which are asked for; null for any.
     *
     * @param after those after this one in the order of their ids
     * @param limit how many at most
     */
    public record Query(
            @Nullable String topic,
            @Nullable String key,
            @Nullable String documentNumber,
            @Nullable Boolean open,
            @Nullable UUID after,
            int limit) {}

    public boolean isOpen() {
        return resolved == null;
    }
}
