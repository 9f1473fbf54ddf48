package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that a protocol's rules work with.
 *
 * @param code name in camelCase
 * @param unit of the value, e.g. {@code cells/kg}, {@code days}
 * @param defaultValue the source's, or ours
 * @param ours true if the source does not say it
 * @param clause where the source says it, or the rule it serves
 * @param changeable the values that a registrar may give it; null for a limit of the source, which changes only with a
 *     version of the protocol
 */
public record Parameter(
        String code,
        String unit,
        BigDecimal defaultValue,
        boolean ours,
        String clause,
        Text meaning,
        @Nullable Range changeable) {

    /** True if a registrar may give it that value. */
    public boolean allows(BigDecimal value) {
        return changeable != null && changeable.contains(value);
    }

    /** Both bounds included, whole numbers only. */
    public record Range(BigDecimal minimum, BigDecimal maximum) {
        public static Range of(int minimum, int maximum) {
            return new Range(BigDecimal.valueOf(minimum), BigDecimal.valueOf(maximum));
        }

        public boolean contains(BigDecimal value) {
            return value.stripTrailingZeros().scale() <= 0
                    && value.compareTo(minimum) >= 0
                    && value.compareTo(maximum) <= 0;
        }
    }
}
