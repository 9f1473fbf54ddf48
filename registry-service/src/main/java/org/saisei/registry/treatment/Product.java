package org.saisei.registry.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 製品: a lot made, or its making failed.
 *
 * @param cells whole
 * @param fromCollections factIds of the collections it was made from, any version of them
 */
public record Product(
        String lotNumber,
        Outcome outcome,
        LocalDate manufacturedOn,
        @Nullable BigDecimal cells,
        @Nullable BigDecimal volumeMl,
        List<UUID> fromCollections)
        implements FactContent {

    public enum Outcome {
        RELEASED,
        FAILED
    }

    /** @throws ArithmeticException if the cells are not whole */
    public Product {
        cells = cells == null ? null : cells.setScale(0);
        fromCollections = List.copyOf(fromCollections);
    }

    @Override
    public FactKind kind() {
        return FactKind.PRODUCT;
    }

    @Override
    public LocalDate happenedOn() {
        return manufacturedOn;
    }

    @Override
    public Optional<String> lot() {
        return Optional.of(lotNumber);
    }
}
