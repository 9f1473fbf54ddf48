package org.saisei.registry.protocol;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something outside a rule.
 *
 * @param ruleId e.g. {@code S-T2}
 * @param code what about it, stable, e.g. {@code ABOVE_MAXIMUM}
 * @param strength a limit refuses a plan; a guide does not
 * @param detail for a person, in English; without values that identify
 * @param values the quantities looked at, by name with unit
 * @param citation null where the protocol has no source to quote
 */
public record Finding(
        String ruleId,
        String code,
        Strength strength,
        String detail,
        Map<String, BigDecimal> values,
        @Nullable Citation citation) {

    public enum Strength {
        LIMIT,
        GUIDE
    }

    public Finding {
        values = Map.copyOf(values);
    }

    public static Finding limit(String ruleId, String code, String detail, Map<String, BigDecimal> values) {
        return new Finding(ruleId, code, Strength.LIMIT, detail, values, null);
    }

    public static Finding guide(String ruleId, String code, String detail, Map<String, BigDecimal> values) {
        return new Finding(ruleId, code, Strength.GUIDE, detail, values, null);
    }

    public Finding citing(@Nullable Citation source) {
        return new Finding(ruleId, code, strength, detail, values, source);
    }
}
