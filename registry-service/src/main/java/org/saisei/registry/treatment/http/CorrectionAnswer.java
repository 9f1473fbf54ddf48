package org.saisei.registry.treatment.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.treatment.CorrectFact.Result.Corrected;
import org.saisei.registry.treatment.Correction;

@Schema(name = "Correction", description = "訂正")
record CorrectionAnswer(
        UUID correctionId,
        String subjectId,
        String documentNumber,
        Correction.Action action,

        @Schema(description = "the version to use from now on; for VOID the voided one")
        UUID factId,

        @Schema(description = "the version that was mistaken; still readable")
        UUID correctedFactId,

        @Nullable UUID replacedByFactId,
        LocalDate correctedOn,
        Instant recordedAt,

        @Schema(description = "all deviations of the subject that stand after the correction")
        List<DeviationAnswer> deviations) {

    static CorrectionAnswer of(String subjectId, Corrected corrected) {
        var correction = corrected.correction();
        var replacedBy = correction.replacedBy();
        return new CorrectionAnswer(
                correction.correctionId(),
                subjectId,
                correction.documentNumber(),
                correction.action(),
                replacedBy == null ? correction.factId() : replacedBy,
                correction.factId(),
                replacedBy,
                correction.correctedOn(),
                correction.recordedAt(),
                corrected.standing().stream().map(DeviationAnswer::of).toList());
    }
}
