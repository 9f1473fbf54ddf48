package org.saisei.registry.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.protocol.Infusion;

/**
 * 投与: cells given.
 *
 * @param cells whole, above 0
 * @param weightKg latest weight before the administration, measured on {@code weightMeasuredOn}
 * @param ais as assessed immediately before
 */
public record Administration(
        String lotNumber,
        LocalDate administeredOn,
        BigDecimal cells,
        BigDecimal weightKg,
        LocalDate weightMeasuredOn,
        BigDecimal productVolumeMl,
        BigDecimal salineVolumeMl,
        BigDecimal flowMlPerMin,
        @Nullable Ais ais)
        implements FactContent {

    /** @throws ArithmeticException if the cells are not whole */
    public Administration {
        cells = cells.setScale(0);
    }

    @Override
    public FactKind kind() {
        return FactKind.ADMINISTRATION;
    }

    @Override
    public LocalDate happenedOn() {
        return administeredOn;
    }

    @Override
    public Optional<String> lot() {
        return Optional.of(lotNumber);
    }

    Infusion infusion() {
        return new Infusion(productVolumeMl, salineVolumeMl, flowMlPerMin);
    }
}
