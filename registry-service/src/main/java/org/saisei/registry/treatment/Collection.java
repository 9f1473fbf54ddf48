package org.saisei.registry.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 採取: blood or marrow taken from the subject.
 *
 * @param ais as assessed at this collection
 */
public record Collection(
        Material material,
        LocalDate collectedOn,
        BigDecimal volumeMl,
        List<String> containerNumbers,
        @Nullable Ais ais) implements FactContent {

    public enum Material {
        /** 末梢血 */
        PERIPHERAL_BLOOD,
        /** 骨髄液 */
        BONE_MARROW
    }

    public Collection {
        containerNumbers = List.copyOf(containerNumbers);
    }

    @Override
    public FactKind kind() {
        return FactKind.COLLECTION;
    }

    @Override
    public LocalDate happenedOn() {
        return collectedOn;
    }

    @Override
    public Optional<String> lot() {
        return Optional.empty();
    }
}
