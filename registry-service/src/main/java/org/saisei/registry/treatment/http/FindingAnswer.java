package org.saisei.registry.treatment.http;

import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.protocol.Finding;

@Schema(name = "Finding", description = "What about a plan is outside a rule")
record FindingAnswer(
        String ruleId,
        String code,
        Finding.Strength strength,
        String detail,

        @Schema(description = "where the rule stands in the source (通知)") @Nullable
        String clause,

        @Schema(description = "the source's words") @Nullable
        String ja,

        Map<String, BigDecimal> values) {

    static FindingAnswer of(Finding finding) {
        var citation = finding.citation();
        return new FindingAnswer(
                finding.ruleId(),
                finding.code(),
                finding.strength(),
                finding.detail(),
                citation == null ? null : citation.clause(),
                citation == null ? null : citation.ja(),
                finding.values());
    }
}
