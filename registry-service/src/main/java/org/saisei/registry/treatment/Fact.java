package org.saisei.registry.treatment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.identity.SubjectId;

/**
 * One version of a recorded fact. It never changes but in {@code status}: a correction adds another version.
 *
 * @param originId the first version's factId
 * @param documentNumber the facility's own of the fact; a correction has its own besides
 * @param replacedBy the version that took its place, where status is CORRECTED
 */
public record Fact(
        UUID factId,
        UUID originId,
        SubjectId subjectId,
        String facilityId,
        String documentNumber,
        FactContent content,
        Status status,
        @Nullable UUID replacedBy,
        Instant recordedAt) {

    public enum Status {
        CURRENT,
        CORRECTED,
        VOIDED
    }

    public Fact {
        // as precise as it is stored, so that every answer shows the same
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    public FactKind kind() {
        return content.kind();
    }

    public boolean isCurrent() {
        return status == Status.CURRENT;
    }

    Fact retired(Status as, @Nullable UUID by) {
        return new Fact(factId, originId, subjectId, facilityId, documentNumber, content, as, by, recordedAt);
    }
}
