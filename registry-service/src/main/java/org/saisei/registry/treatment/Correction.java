package org.saisei.registry.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 訂正: a fact recorded by mistake was voided or replaced.
 *
 * @param ground null where the reason alone says why
 * @param reason free text, kept sealed; empty where the ground alone says why, and once the patient's identity is erased, for
 *     it may name the patient
 * @param replacedBy null for VOID
 * @param correctedOn day in Japan
 */
public record Correction(
        UUID correctionId,
        String documentNumber,
        UUID factId,
        FactKind kind,
        Action action,
        @Nullable Ground ground,
        String reason,
        @Nullable UUID replacedBy,
        LocalDate correctedOn,
        Instant recordedAt) {

    public enum Action {
        VOID,
        CORRECT
    }

    /** Why, as a code that can name nobody (ours). */
    public enum Ground {
        /** 転記誤り */
        MISTYPED,
        /** Happened to another patient. */
        OTHER_PATIENT,
        RECORDED_TWICE,
        DID_NOT_HAPPEN,
        /** The document it was taken from was itself corrected. */
        SOURCE_CORRECTED
    }

    public Correction {
        // as precise as it is stored, so that every answer shows the same
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Without the reason, which may name somebody. */
    @Override
    public String toString() {
        return "Correction[" + correctionId + " " + action + " of " + factId + "]";
    }
}
