package org.saisei.registry.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands in the source.
 *
 * @param clause as the source numbers it
 * @param ja the source's words; null where the rule sums up more than one place
 */
public record Citation(String clause, @Nullable String ja) {}
