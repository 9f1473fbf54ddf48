package org.saisei.registry.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.time.RegulatoryDays;
import org.saisei.registry.identity.SubjectId;

/**
 * That an identity was erased. Codes only, so that nothing here can name the patient.
 *
 * @param documentNumber the registrar's own, of the erasure
 * @param reference number of the file the ground is found in; null only where the retention had ended
 * @param erasedBy the token's {@code sub}
 */
public record Erasure(
        UUID erasureId,
        SubjectId subjectId,
        String documentNumber,
        Ground ground,
        @Nullable String reference,
        Instant erasedAt,
        String erasedBy) {

    /** Why an identity is erased. */
    public enum Ground {
        /** 本人の請求 */
        PATIENT_REQUEST,
        /** The enrolment should not have been made, e.g. without consent. */
        ENROLLED_IN_ERROR,
        /** 保存期間の満了: refused as long as the retention runs. */
        RETENTION_ENDED
    }

    public Erasure {
        // as precise as it is stored, so that every answer shows the same
        erasedAt = erasedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Day in Japan. */
    public LocalDate erasedOn() {
        return RegulatoryDays.of(erasedAt);
    }
}
