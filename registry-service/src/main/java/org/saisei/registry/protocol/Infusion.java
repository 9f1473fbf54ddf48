package org.saisei.registry.protocol;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the cells were given: product and saline in mL, flow of the product in mL per minute; null where it is not known.
 */
public record Infusion(
        @Nullable BigDecimal productVolumeMl,
        @Nullable BigDecimal salineVolumeMl,
        @Nullable BigDecimal flowMlPerMin) {}
