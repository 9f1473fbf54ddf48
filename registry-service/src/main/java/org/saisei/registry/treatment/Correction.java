package org.saisei.registry.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 訂正: a fact recorded by mistake was voided or replaced.
 *
 * @param reason free text, kept sealed; empty once the patient's identity is erased, for it may name the patient
 * @param replacedBy null for VOID
 * @param correctedOn day in Japan
 */
public record Correction(
        UUID correctionId,
        String documentNumber,
        UUID factId,
        FactKind kind,
        Action action,
        String reason,
        @Nullable UUID replacedBy,
        LocalDate correctedOn,
        Instant recordedAt) {

    public enum Action {
        VOID,
        CORRECT
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
