package org.saisei.kit.operator;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.outbox.RefusedEvent;

/** An event that the broker refuses, as an operator sees it. */
@Schema(name = "RefusedEvent")
record RefusedEventView(
        UUID eventId,
        String topic,

        @Schema(description = "A pseudonym: a subjectId, candidateId, facilityId or caseId")
        String key,

        @Schema(description = "Its place among the events of its key and topic, from 1, without gaps")
        long sequence,

        String type,

        @Schema(description = "When it was stored") Instant time,

        @Schema(description = "Size of its value") long bytes,

        @Schema(description = "Class of the broker's refusal, e.g. RecordTooLargeException")
        String error,

        Instant refusedAt,

        @Nullable @Schema(description = "How many events of its key and topic wait for it; absent once it is released")
        Long behind,

        @Nullable @Schema(description = "Absent while it is held back")
        ReleasedView released) {

    @Schema(name = "RefusedEventReleased")
    record ReleasedView(
            Instant at,
            @Nullable @Schema(description = "The operator") String by,
            @Nullable String reason,
            @Nullable String documentNumber) {}

    static RefusedEventView of(RefusedEvent event) {
        var released = event.released();
        return new RefusedEventView(
                event.eventId(),
                event.topic(),
                event.key(),
                event.sequence(),
                event.type(),
                event.time(),
                event.bytes(),
                event.error(),
                event.refusedAt(),
                event.behind(),
                released == null
                        ? null
                        : new ReleasedView(released.at(), released.by(), released.reason(), released.documentNumber()));
    }
}
