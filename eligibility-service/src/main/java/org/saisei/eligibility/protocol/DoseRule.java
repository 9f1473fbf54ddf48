package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.util.Optional;

/** A protocol's limits for one dose. */
public interface DoseRule extends Criterion<PlannedDose> {

    /** Empty if no dose is allowed at that weight. */
    Optional<Interval> interval(BigDecimal weightKg, Parameters parameters);

    /** Why there is no dose at a weight, and from which weight on there is one. */
    Text emptyInterval(Parameters parameters);

    /** Both bounds included. */
    record Interval(BigDecimal minCells, BigDecimal maxCells) {
        public boolean contains(BigDecimal cells) {
            return cells.compareTo(minCells) >= 0 && cells.compareTo(maxCells) <= 0;
        }
    }
}
