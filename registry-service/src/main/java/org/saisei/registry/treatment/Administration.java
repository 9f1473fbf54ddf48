package org.saisei.registry.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.protocol.Infusion;
import org.saisei.registry.protocol.Needs;
import org.saisei.registry.protocol.TreatmentProtocol;

/**
 * 投与: cells given.
 *
 * @param cells whole, above 0; this and every other quantity is null while it is not known
 * @param weightKg latest weight before the administration, measured on {@code weightMeasuredOn}, which may have been before
 *     the injury: that is a deviation
 * @param ais as assessed immediately before
 */
public record Administration(
        String lotNumber,
        LocalDate administeredOn,
        @Nullable BigDecimal cells,
        @Nullable BigDecimal weightKg,
        @Nullable LocalDate weightMeasuredOn,
        @Nullable BigDecimal productVolumeMl,
        @Nullable BigDecimal salineVolumeMl,
        @Nullable BigDecimal flowMlPerMin,
        @Nullable Ais ais)
        implements FactContent {

    /** @throws ArithmeticException if the cells are not whole */
    public Administration {
        cells = cells == null ? null : cells.setScale(0);
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

    /** What each rule still lacks to be weighed in full; rules that lack nothing are not named. */
    public List<Needs> missing(TreatmentProtocol protocol) {
        var absent = new HashSet<String>();
        noteAbsent(absent, "/cells", cells);
        noteAbsent(absent, "/weightKg", weightKg);
        noteAbsent(absent, "/weightMeasuredOn", weightMeasuredOn);
        noteAbsent(absent, "/productVolumeMl", productVolumeMl);
        noteAbsent(absent, "/salineVolumeMl", salineVolumeMl);
        noteAbsent(absent, "/flowMlPerMin", flowMlPerMin);
        return protocol.needs().stream()
                .map(needs -> needs.among(absent))
                .filter(needs -> !needs.pointers().isEmpty())
                .toList();
    }

    private static void noteAbsent(Set<String> absent, String pointer, @Nullable Object value) {
        if (value == null) {
            absent.add(pointer);
        }
    }

    Infusion infusion() {
        return new Infusion(productVolumeMl, salineVolumeMl, flowMlPerMin);
    }
}
