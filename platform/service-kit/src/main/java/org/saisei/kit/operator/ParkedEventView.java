package org.saisei.kit.operator;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.inbox.ParkedEvent;

/** A parked event as an operator sees it. */
@Schema(name = "ParkedEvent")
record ParkedEventView(
        UUID parkedEventId,
        String topic,
        int partition,
        long offset,

        @Schema(
                description =
                        "A pseudonym: a subjectId, candidateId, facilityId or caseId. Empty for a record without one")
        String key,

        @Nullable
        @Schema(description = "Absent where the record's headers cannot be read, as are sequence, type and time")
        UUID eventId,

        @Nullable @Schema(description = "Its place among the events of its key and topic, from 1, without gaps")
        Long sequence,

        @Nullable String type,

        @Nullable @Schema(description = "When its publisher stored it")
        Instant time,

        @Schema(
                description =
                        "POISON: it failed, or is no event. BEHIND: it waits for a POISON of its key. GAP: an earlier one of"
                                + " its key and topic has not come")
        ParkedEvent.Reason reason,

        @Nullable @Schema(description = "Classes of what was thrown, the outermost first; the log has the rest")
        String error,

        Instant parkedAt,

        @Nullable @Schema(description = "How many events of its key wait for it; only of an open POISON")
        Long behind,

        @Nullable @Schema(description = "Absent while it is open")
        ResolvedView resolved) {

    @Schema(name = "ParkedEventResolved")
    record ResolvedView(
            @Schema(description = "APPLIED: by itself, once its turn had come")
            ParkedEvent.Resolution resolution,

            Instant at,
            @Nullable @Schema(description = "The operator") String by,
            @Nullable String reason,
            @Nullable String documentNumber,

            @Nullable @Schema(description = "The first of the sequences before its own that were given up for it")
            Long skippedFrom) {}

    static ParkedEventView of(ParkedEvent event) {
        var resolved = event.resolved();
        return new ParkedEventView(
                event.id(),
                event.topic(),
                event.partition(),
                event.offset(),
                event.key(),
                event.eventId(),
                event.sequence(),
                event.type(),
                event.time(),
                event.reason(),
                event.error(),
                event.parkedAt(),
                event.behind(),
                resolved == null
                        ? null
                        : new ResolvedView(
                                resolved.resolution(),
                                resolved.at(),
                                resolved.by(),
                                resolved.reason(),
                                resolved.documentNumber(),
                                resolved.skippedFrom()));
    }
}
