package org.saisei.kit.operator;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.restore.ForgottenEvent;

/** An act that a restore has lost, as an operator sees it. */
@Schema(name = "ForgottenEvent")
record ForgottenEventView(
        UUID eventId,
        String topic,

        @Schema(description = "A pseudonym: a subjectId, candidateId, facilityId or caseId")
        String key,

        @Schema(description = "Its place among the events of its key and topic; what is recorded now has later ones")
        long sequence,

        String type,

        @Schema(description = "When its act was recorded") Instant time,

        @Nullable @Schema(description = "Whose act it was; absent where the event names none")
        String facilityId,

        @Nullable @Schema(description = "The facility's own number of the act; absent where it has none")
        String documentNumber,

        @Schema(description = "Where it stands on its topic")
        int partition,

        long offset,

        @Schema(description = "When the restored database was compared with the topic")
        Instant foundAt,

        @Nullable @Schema(description = "Absent while it is open")
        ResolvedView resolved) {

    @Schema(name = "ForgottenEventResolved")
    record ResolvedView(
            ForgottenEvent.Resolution resolution,
            Instant at,
            @Schema(description = "The operator") String by,
            String reason,
            String documentNumber) {}

    static ForgottenEventView of(ForgottenEvent event) {
        var resolved = event.resolved();
        return new ForgottenEventView(
                event.eventId(),
                event.topic(),
                event.key(),
                event.sequence(),
                event.type(),
                event.time(),
                event.facilityId(),
                event.documentNumber(),
                event.partition(),
                event.offset(),
                event.foundAt(),
                resolved == null
                        ? null
                        : new ResolvedView(
                                resolved.resolution(),
                                resolved.at(),
                                resolved.by(),
                                resolved.reason(),
                                resolved.documentNumber()));
    }
}
