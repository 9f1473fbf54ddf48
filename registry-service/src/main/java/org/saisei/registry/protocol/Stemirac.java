package org.saisei.registry.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ステミラック注, guideline of 2019-02-25, sections 1 and 3. */
public final class Stemirac implements TreatmentProtocol {
    private static final BigDecimal MIN_CELLS = new BigDecimal("50000000");
    private static final BigDecimal MAX_CELLS = new BigDecimal("200000000");
    private static final BigDecimal MAX_CELLS_PER_KG = new BigDecimal("3340000");
    private static final BigDecimal MIN_DILUTION = BigDecimal.valueOf(3);
    private static final BigDecimal GUIDE_MIN_FLOW = new BigDecimal("0.7");
    private static final BigDecimal GUIDE_MAX_FLOW = new BigDecimal("1.0");
    private static final String DOSE_AND_INFUSION =
            "自己骨髄間葉系幹細胞として 1 回 0.5×10⁸～2.0×10⁸個（最大投与量は体重 1 kg あたり 3.34×10⁶個）を、生理食塩液で 3 倍以上に希釈しながら、"
                    + "本品の流量 0.7～1.0 mL／分を目安に点滴静注する。";
    private static final Map<String, Citation> SOURCE = Map.of(
            "S-T2", new Citation("1", DOSE_AND_INFUSION),
            "S-T3", new Citation("1", DOSE_AND_INFUSION),
            "S-T4", new Citation("1; 3", "単回静脈内投与"),
            "S-T6", new Citation("1", "採取した骨髄液は、骨髄採取キットの構成体である骨髄希釈液 DMEM とともに容器（ニプロセルトリー 骨髄用）に入れ、混合して密封する。"),
            "S-R1", new Citation("4①-1(6); 3", "本品の「患者登録システム（レジストリ）」に患者登録を行う"));

    @Override
    public String code() {
        return "STEMIRAC";
    }

    @Override
    public DoseInterval doseInterval(@Nullable BigDecimal weightKg) {
        return new DoseInterval(
                MIN_CELLS,
                weightKg == null
                        ? MAX_CELLS
                        : MAX_CELLS.min(MAX_CELLS_PER_KG.multiply(weightKg).stripTrailingZeros()));
    }

    @Override
    public List<Finding> weighDose(@Nullable BigDecimal cells, @Nullable BigDecimal weightKg) {
        var allowed = doseInterval(weightKg);
        var values = new HashMap<>(Map.of("minCells", allowed.minCells(), "maxCells", allowed.maxCells()));
        if (cells != null) {
            values.put("cells", cells);
        }
        if (weightKg != null) {
            values.put("weightKg", weightKg);
        }
        var findings = new ArrayList<Finding>();
        if (allowed.isEmpty()) {
            findings.add(limit(
                    "S-T2",
                    "NO_DOSE_ALLOWED",
                    "At this weight no dose is allowed: 3.34×10⁶ cells per kg is below 0.5×10⁸ cells.",
                    values));
        } else if (cells != null && allowed.isAbove(cells)) {
            findings.add(limit(
                    "S-T2",
                    "ABOVE_MAXIMUM",
                    "The dose is above 2.0×10⁸ cells or above 3.34×10⁶ cells per kg.",
                    values));
        }
        if (cells != null && allowed.isBelow(cells)) {
            findings.add(limit("S-T2", "BELOW_MINIMUM", "The dose is below 0.5×10⁸ cells.", values));
        }
        return findings;
    }

    @Override
    public Finding weightBeforeInjury() {
        return limit(
                "S-T2",
                "WEIGHT_BEFORE_INJURY",
                "The dose rests on the latest weight before the administration; this one was measured before the injury.",
                Map.of());
    }

    @Override
    public List<Finding> weighInfusion(Infusion infusion) {
        var findings = new ArrayList<Finding>();
        var product = infusion.productVolumeMl();
        var saline = infusion.salineVolumeMl();
        if (product != null && saline != null && product.add(saline).compareTo(product.multiply(MIN_DILUTION)) < 0) {
            findings.add(limit(
                    "S-T3",
                    "DILUTION_BELOW_MINIMUM",
                    "The product was diluted less than 3-fold.",
                    Map.of("productVolumeMl", product, "salineVolumeMl", saline)));
        }
        var flow = infusion.flowMlPerMin();
        if (flow != null && (flow.compareTo(GUIDE_MIN_FLOW) < 0 || flow.compareTo(GUIDE_MAX_FLOW) > 0)) {
            findings.add(Finding.guide(
                            "S-T3",
                            "FLOW_OUTSIDE_GUIDE",
                            "The product's flow is outside the guide of 0.7 to 1.0 mL/min.",
                            Map.of("flowMlPerMin", flow))
                    .citing(SOURCE.get("S-T3")));
        }
        return findings;
    }

    @Override
    public List<Needs> needs() {
        return List.of(
                new Needs("S-T2", List.of("/cells", "/weightKg", "/weightMeasuredOn")),
                new Needs("S-T3", List.of("/productVolumeMl", "/salineVolumeMl", "/flowMlPerMin")));
    }

    @Override
    public Finding repeatedAdministration() {
        return limit("S-T4", "REPEATED", "A single administration per enrolment; there is one already.", Map.of());
    }

    @Override
    public Finding brokenChain() {
        return limit(
                "S-T6",
                CHAIN_NOT_SHOWN,
                "No unbroken chain from this subject's own collections to a released lot of this number is recorded.",
                Map.of());
    }

    @Override
    public Finding contradictoryDays() {
        return limit(
                "S-T6",
                "DAYS_CONTRADICT",
                "Collected, made and given in an order that cannot be: this record's day or that of another record of"
                        + " the same chain is mistaken.",
                Map.of());
    }

    @Override
    public Finding refusedEnrolment() {
        return limit(
                "S-R1",
                "NEW_ENROLMENT_NEEDED",
                "This enrolment was refused; a new enrolment is needed after an eligible decision.",
                Map.of());
    }

    @Override
    public Finding treatedWithoutDecision() {
        return limit(
                "S-R1",
                "NO_ELIGIBLE_DECISION",
                "No eligible decision stands, or one against the patient does; treating is a deviation.",
                Map.of());
    }

    private static Finding limit(String ruleId, String code, String detail, Map<String, BigDecimal> values) {
        return Finding.limit(ruleId, code, detail, values).citing(SOURCE.get(ruleId));
    }
}
