package org.saisei.registry.treatment.http;

import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.saisei.registry.protocol.Finding;

@Schema(name = "Finding", description = "What about a plan is outside a rule")
record FindingAnswer(
        String ruleId, String code, Finding.Strength strength, String detail, Map<String, BigDecimal> values) {

    static FindingAnswer of(Finding finding) {
        return new FindingAnswer(
                finding.ruleId(), finding.code(), finding.strength(), finding.detail(), finding.values());
    }
}
