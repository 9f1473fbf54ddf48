package org.saisei.registry.treatment.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.protocol.Finding;
import org.saisei.registry.treatment.Deviation;
import org.saisei.registry.treatment.FactKind;

@Schema(name = "Deviation", description = "逸脱: a fact outside a rule")
record DeviationAnswer(
        UUID deviationId,
        UUID factId,
        FactKind factKind,
        String ruleId,
        String code,

        @Schema(description = "LIMIT: a plan would have been refused; GUIDE (目安): it would not")
        Finding.Strength strength,

        String detail,

        @Schema(description = "where the rule stands in the source (通知)") @Nullable
        String clause,

        @Schema(description = "the source's words") @Nullable
        String ja,

        @Schema(description = "quantities looked at, by name with unit")
        Map<String, BigDecimal> values,

        @Schema(description = "day of the fact") LocalDate observedOn,

        @Nullable String lotNumber,
        Instant recordedAt,

        @Schema(description = "when a later fact or a correction took away what it rested on; absent while it stands")
        @Nullable
        Instant withdrawnAt) {

    static DeviationAnswer of(Deviation deviation) {
        var finding = deviation.finding();
        var citation = finding.citation();
        return new DeviationAnswer(
                deviation.deviationId(),
                deviation.factId(),
                deviation.factKind(),
                finding.ruleId(),
                finding.code(),
                finding.strength(),
                finding.detail(),
                citation == null ? null : citation.clause(),
                citation == null ? null : citation.ja(),
                finding.values(),
                deviation.observedOn(),
                deviation.lotNumber(),
                deviation.recordedAt(),
                deviation.withdrawnAt());
    }
}
