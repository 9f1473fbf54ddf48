package org.saisei.registry.protocol;

import java.math.BigDecimal;

/**
 * Allowed cells in one dose, both bounds included; empty if the upper is below the lower. The upper bound may have a
 * fraction (3.34×10⁶ × 14.971 kg); cells are whole, and compared exactly.
 */
public record DoseInterval(BigDecimal minCells, BigDecimal maxCells) {

    public boolean isEmpty() {
        return maxCells.compareTo(minCells) < 0;
    }

    public boolean isBelow(BigDecimal cells) {
        return cells.compareTo(minCells) < 0;
    }

    public boolean isAbove(BigDecimal cells) {
        return cells.compareTo(maxCells) > 0;
    }
}
