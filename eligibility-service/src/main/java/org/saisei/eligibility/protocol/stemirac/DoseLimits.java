package org.saisei.eligibility.protocol.stemirac;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.DoseRule;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.PlannedDose;
import org.saisei.eligibility.protocol.Text;

/** S-T2, plan side: exact decimal arithmetic, both bounds included. */
final class DoseLimits implements DoseRule {
    private static final String CLAUSE = "1";

    static final Parameter MIN_CELLS = new Parameter(
            "minimumCells",
            "cells",
            new BigDecimal("50000000"),
            false,
            CLAUSE,
            new Text("1回の最小細胞数", "least dose"),
            null);
    static final Parameter MAX_CELLS = new Parameter(
            "maximumCells",
            "cells",
            new BigDecimal("200000000"),
            false,
            CLAUSE,
            new Text("1回の最大細胞数", "largest dose"),
            null);
    static final Parameter MAX_CELLS_PER_KG = new Parameter(
            "maximumCellsPerKg",
            "cells/kg",
            new BigDecimal("3340000"),
            false,
            CLAUSE,
            new Text("体重 1 kg あたりの最大細胞数", "largest dose per kg of body weight"),
            null);

    static final List<Parameter> PARAMETERS = List.of(MIN_CELLS, MAX_CELLS, MAX_CELLS_PER_KG);

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-T2",
            Scope.PLAN,
            Kind.REQUIREMENT,
            Set.of(),
            false,
            CLAUSE,
            new Text(
                    "自己骨髄間葉系幹細胞として 1 回 0.5×10⁸～2.0×10⁸個（最大投与量は体重 1 kg あたり 3.34×10⁶個）",
                    "0.5×10⁸ to 2.0×10⁸ cells a dose, and at most 3.34×10⁶ cells per kg of body weight."),
            List.of("/weightKg", "/plannedCells"),
            null);

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Optional<Interval> interval(BigDecimal weightKg, Parameters parameters) {
        var least = parameters.get(MIN_CELLS);
        var most =
                parameters.get(MAX_CELLS).min(parameters.get(MAX_CELLS_PER_KG).multiply(weightKg));
        return least.compareTo(most) > 0 ? Optional.empty() : Optional.of(new Interval(least, most));
    }

    @Override
    public Text emptyInterval(Parameters parameters) {
        var weight = parameters.get(MIN_CELLS).divide(parameters.get(MAX_CELLS_PER_KG), 2, RoundingMode.HALF_UP);
        return new Text(
                "この体重では、体重あたりの最大投与量が最小投与量を下回るため、投与できる細胞数はない（約 " + weight + " kg 未満）。",
                "No dose is allowed at this weight: below about " + weight
                        + " kg the largest dose per kg is under the least dose.");
    }

    @Override
    public Finding judge(PlannedDose dose) {
        var interval = interval(dose.weightKg(), dose.parameters());
        var values = new HashMap<String, Object>(Map.of("weightKg", dose.weightKg()));
        interval.ifPresent(bounds -> {
            values.put("minCells", bounds.minCells());
            values.put("maxCells", bounds.maxCells());
        });
        var cells = dose.cells();
        if (cells != null) {
            values.put("plannedCells", cells);
        }
        if (interval.isEmpty()) {
            return Finding.of(false, values);
        }
        return cells == null
                ? Finding.unknown(values, List.of("/plannedCells"))
                : Finding.of(interval.get().contains(cells), values);
    }
}
