package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.BLOOD_PRESSURE_NOT_CONTROLLABLE;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.DIASTOLIC_MMHG;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.SYSTOLIC_MMHG;

import java.math.BigDecimal;
import java.util.List;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Text;

/** S-P6.9. 140/90 itself is controlled; either value above is not, whatever is not known of the other. */
final class BloodPressureControlled implements Criterion<Circumstances> {
    private static final FactList READ = FactList.of(SYSTOLIC_MMHG, DIASTOLIC_MMHG, BLOOD_PRESSURE_NOT_CONTROLLABLE);
    static final Parameter SYSTOLIC_LIMIT = limit(
            "maximumSystolicMmHg", "140", new Text("収縮期血圧の上限（当該値を含む）", "highest systolic pressure that is controlled"));
    static final Parameter DIASTOLIC_LIMIT = limit(
            "maximumDiastolicMmHg",
            "90",
            new Text("拡張期血圧の上限（当該値を含む）", "highest diastolic pressure that is controlled"));

    private static Parameter limit(String code, String value, Text meaning) {
        return new Parameter(code, "mmHg", new BigDecimal(value), false, StatedCaution.Ours.CLAUSE, meaning, null);
    }

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-P6.9",
            Scope.PATIENT,
            Kind.CAUTION,
            StemiracStage.BOTH,
            true,
            StatedCaution.Ours.CLAUSE,
            StatedCaution.Ours.text(new Text(
                    "血圧を収縮期 140 mmHg 以下、拡張期 90 mmHg 以下にコントロールすることができない患者",
                    "A blood pressure that cannot be controlled to at most 140 mmHg systolic and 90 mmHg"
                            + " diastolic.")),
            List.of(
                    SYSTOLIC_MMHG.pointer(),
                    DIASTOLIC_MMHG.pointer(),
                    BLOOD_PRESSURE_NOT_CONTROLLABLE.pointer(),
                    StatedCaution.Ours.DECLARATION),
            StatedCaution.Ours.ours(new Text(
                    "治療下で到達した値により判断し、担当医がコントロールできないとした場合も該当とすること",
                    "that it is judged on the values reached under treatment, and that the physician's word that"
                            + " it cannot be controlled counts too")));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(SYSTOLIC_LIMIT, DIASTOLIC_LIMIT);
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var facts = circumstances.facts();
        var values = facts.shown(READ);
        if (facts.is(BLOOD_PRESSURE_NOT_CONTROLLABLE, true)
                || isAbove(circumstances, SYSTOLIC_MMHG, SYSTOLIC_LIMIT)
                || isAbove(circumstances, DIASTOLIC_MMHG, DIASTOLIC_LIMIT)) {
            return Finding.of(false, values);
        }
        var missing = facts.missing(READ);
        return missing.isEmpty() ? Finding.of(true, values) : Finding.unknown(values, missing);
    }

    private static boolean isAbove(Circumstances circumstances, Fact<BigDecimal> fact, Parameter limit) {
        var value = circumstances.facts().get(fact);
        return value != null && value.compareTo(circumstances.parameters().get(limit)) > 0;
    }
}
