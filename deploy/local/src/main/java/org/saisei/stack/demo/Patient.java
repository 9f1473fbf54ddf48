package org.saisei.stack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;

/**
 * A patient at the door of the hospital.
 *
 * @param label stands in document numbers, lots and containers
 * @param ais the grade, which stays the same until the administration
 * @param hypersensitive has a history of hypersensitivity to a component of the product
 */
record Patient(String label, LocalDate injury, BigDecimal weightKg, int ageYears, String ais, boolean hypersensitive) {

    private static final BigDecimal MAX_CELLS_PER_KG = new BigDecimal("3340000");
    private static final BigDecimal MAX_CELLS = new BigDecimal("200000000");

    static Patient of(Trial.Case trialCase) {
        return new Patient(
                "C%02d".formatted(trialCase.number()),
                trialCase.injury(),
                trialCase.weightKg(),
                trialCase.ageYears(),
                trialCase.ais(),
                false);
    }

    /** The hospital's number for its document of that kind on this patient; the same in every run. */
    String document(String kind) {
        return "DEMO-" + label + "-" + kind;
    }

    /** The AIS as a body carries it. */
    Map<String, Object> aisOn(LocalDate day) {
        return Json.object("grade", ais, "assessedOn", day.toString());
    }

    /** The most cells that S-T2 allows at this weight. */
    BigDecimal maxCells() {
        return MAX_CELLS_PER_KG
                .multiply(weightKg)
                .setScale(0, RoundingMode.DOWN)
                .min(MAX_CELLS);
    }

    /** What is made and given: nine tenths of what is allowed, in whole millions. */
    BigDecimal cells() {
        BigDecimal million = new BigDecimal(1_000_000);
        return maxCells()
                .multiply(new BigDecimal("0.9"))
                .divide(million, 0, RoundingMode.DOWN)
                .multiply(million);
    }

    static String told(BigDecimal cells) {
        return cells.movePointLeft(8).setScale(2, RoundingMode.DOWN).toPlainString() + "×10⁸";
    }
}
