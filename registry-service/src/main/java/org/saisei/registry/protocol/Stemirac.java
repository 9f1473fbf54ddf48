package org.saisei.registry.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** ステミラック注, guideline of 2019-02-25, sections 1 and 3. */
public final class Stemirac implements TreatmentProtocol {
    private static final BigDecimal MIN_CELLS = new BigDecimal("50000000");
    private static final BigDecimal MAX_CELLS = new BigDecimal("200000000");
    private static final BigDecimal MAX_CELLS_PER_KG = new BigDecimal("3340000");
    private static final BigDecimal MIN_DILUTION = BigDecimal.valueOf(3);
    private static final BigDecimal GUIDE_MIN_FLOW = new BigDecimal("0.7");
    private static final BigDecimal GUIDE_MAX_FLOW = new BigDecimal("1.0");

    @Override
    public String code() {
        return "STEMIRAC";
    }

    @Override
    public DoseInterval doseInterval(BigDecimal weightKg) {
        return new DoseInterval(
                MIN_CELLS, MAX_CELLS.min(MAX_CELLS_PER_KG.multiply(weightKg).stripTrailingZeros()));
    }

    @Override
    public List<Finding> weighDose(BigDecimal cells, BigDecimal weightKg) {
        var allowed = doseInterval(weightKg);
        var values = Map.of(
                "cells", cells, "weightKg", weightKg, "minCells", allowed.minCells(), "maxCells", allowed.maxCells());
        var findings = new ArrayList<Finding>();
        if (allowed.isEmpty()) {
            findings.add(Finding.limit(
                    "S-T2",
                    "NO_DOSE_ALLOWED",
                    "At this weight no dose is allowed: 3.34×10⁶ cells per kg is below 0.5×10⁸ cells.",
                    values));
        } else if (allowed.isAbove(cells)) {
            findings.add(Finding.limit(
                    "S-T2",
                    "ABOVE_MAXIMUM",
                    "The dose is above 2.0×10⁸ cells or above 3.34×10⁶ cells per kg.",
                    values));
        }
        if (allowed.isBelow(cells)) {
            findings.add(Finding.limit("S-T2", "BELOW_MINIMUM", "The dose is below 0.5×10⁸ cells.", values));
        }
        return findings;
    }

    @Override
    public List<Finding> weighInfusion(Infusion infusion) {
        var findings = new ArrayList<Finding>();
        var product = infusion.productVolumeMl();
        var whole = product.add(infusion.salineVolumeMl());
        if (whole.compareTo(product.multiply(MIN_DILUTION)) < 0) {
            findings.add(Finding.limit(
                    "S-T3",
                    "DILUTION_BELOW_MINIMUM",
                    "The product was diluted less than 3-fold.",
                    Map.of("productVolumeMl", product, "salineVolumeMl", infusion.salineVolumeMl())));
        }
        var flow = infusion.flowMlPerMin();
        if (flow.compareTo(GUIDE_MIN_FLOW) < 0 || flow.compareTo(GUIDE_MAX_FLOW) > 0) {
            findings.add(Finding.guide(
                    "S-T3",
                    "FLOW_OUTSIDE_GUIDE",
                    "The product's flow is outside the guide of 0.7 to 1.0 mL/min.",
                    Map.of("flowMlPerMin", flow)));
        }
        return findings;
    }

    @Override
    public Finding repeatedAdministration() {
        return Finding.limit(
                "S-T4", "REPEATED", "A single administration per enrolment; there is one already.", Map.of());
    }

    @Override
    public Finding brokenChain() {
        return Finding.limit(
                "S-T6",
                "CHAIN_NOT_SHOWN",
                "No unbroken chain from this subject's own collections to a released lot of this number is recorded.",
                Map.of());
    }

    @Override
    public Finding refusedEnrolment() {
        return Finding.limit(
                "S-R1",
                "NEW_ENROLMENT_NEEDED",
                "This enrolment was refused; a new enrolment is needed after an eligible decision.",
                Map.of());
    }

    @Override
    public Finding treatedWithoutDecision() {
        return Finding.limit(
                "S-R1",
                "NO_ELIGIBLE_DECISION",
                "No eligible decision stands, or one against the patient does; treating is a deviation.",
                Map.of());
    }
}
