package org.saisei.eligibility.protocol;

import java.math.BigDecimal;

/**
 * A number that a protocol's rules work with.
 *
 * @param code name in camelCase
 * @param unit of the value, e.g. {@code cells/kg}, {@code days}
 * @param defaultValue the source's, or ours
 * @param ours true if the source does not say it
 * @param clause where the source says it, or the rule it serves
 */
public record Parameter(String code, String unit, BigDecimal defaultValue, boolean ours, String clause, Text meaning) {}
