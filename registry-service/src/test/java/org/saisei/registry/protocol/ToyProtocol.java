package org.saisei.registry.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A second protocol, made of this file and its line in META-INF/services alone. */
public final class ToyProtocol implements TreatmentProtocol {

    @Override
    public String code() {
        return "TOY";
    }

    @Override
    public DoseInterval doseInterval(@Nullable BigDecimal weightKg) {
        return new DoseInterval(BigDecimal.ONE, BigDecimal.TEN);
    }

    @Override
    public List<Finding> weighDose(@Nullable BigDecimal cells, @Nullable BigDecimal weightKg) {
        return cells != null && doseInterval(weightKg).isAbove(cells)
                ? List.of(Finding.limit("T-1", "TOO_MANY", "More than ten.", Map.of("cells", cells)))
                : List.of();
    }

    @Override
    public Finding weightBeforeInjury() {
        return Finding.guide("T-1", "WEIGHT_BEFORE_INJURY", "Toys do not grow.", Map.of());
    }

    @Override
    public List<Finding> weighInfusion(Infusion infusion) {
        return List.of();
    }

    @Override
    public List<Needs> needs() {
        return List.of();
    }

    @Override
    public Finding contradictoryDays() {
        return Finding.guide("T-3", "DAYS_CONTRADICT", "Toys know no days.", Map.of());
    }

    @Override
    public Finding repeatedAdministration() {
        return Finding.guide("T-2", "REPEATED", "Not the first.", Map.of());
    }

    @Override
    public Finding brokenChain() {
        return Finding.guide("T-3", CHAIN_NOT_SHOWN, "Toys are shared.", Map.of());
    }

    @Override
    public Finding refusedEnrolment() {
        return Finding.limit("T-4", "NEW_ENROLMENT_NEEDED", "Enrol again.", Map.of());
    }

    @Override
    public Finding treatedWithoutDecision() {
        return Finding.limit("T-4", "NO_ELIGIBLE_DECISION", "Nobody decided.", Map.of());
    }
}
