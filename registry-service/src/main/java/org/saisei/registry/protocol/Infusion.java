package org.saisei.registry.protocol;

import java.math.BigDecimal;

/** How the cells were given: product and saline in mL, flow of the product in mL per minute. */
public record Infusion(BigDecimal productVolumeMl, BigDecimal salineVolumeMl, BigDecimal flowMlPerMin) {}
