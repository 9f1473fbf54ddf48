package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A dose as planned.
 *
 * @param weightKg the latest dated weight before the administration
 * @param cells null while no number is planned
 */
public record PlannedDose(BigDecimal weightKg, @Nullable BigDecimal cells, Parameters parameters)
        implements Parameterised {}
