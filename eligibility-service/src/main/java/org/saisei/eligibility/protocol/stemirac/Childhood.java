package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.AGE_YEARS;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Text;

/** Whether the patient is a child (小児); the source names no age. */
final class Childhood {
    static final Parameter CHILD_AGE_YEARS = new Parameter(
            "childAgeYears",
            "years",
            new BigDecimal("15"),
            true,
            "S-P4, S-F4p",
            new Text(
                    "小児とする年齢の上限（満年齢、この年齢に達した者は小児としない）",
                    "completed years of age from which a patient is no longer a child"),
            Parameter.Range.of(15, 20));

    static final Text OURS = new Text(
            "小児を満年齢がパラメータ childAgeYears の値に達していない患者とすること",
            "that a child is a patient under the age of the parameter childAgeYears");

    static final FactList AGE = FactList.of(AGE_YEARS);

    private Childhood() {}

    /** What is found of a child; of an adult, that the criterion does not bind; unknown while the age is. */
    static Finding ofChild(Circumstances circumstances, Supplier<Finding> finding) {
        var age = circumstances.facts().get(AGE_YEARS);
        if (age == null) {
            return Finding.unknown(Map.of(), AGE.pointers());
        }
        return age.compareTo(circumstances.parameters().get(CHILD_AGE_YEARS)) < 0
                ? finding.get()
                : new Finding.NotApplicable(circumstances.facts().shown(AGE));
    }
}
