package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.TRAUMATIC_INJURY;

import java.util.List;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Text;

/** S-P1. */
final class InjuryIsTraumatic implements Criterion<Circumstances> {
    private static final FactList READ = FactList.of(TRAUMATIC_INJURY);

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-P1",
            Scope.PATIENT,
            Kind.REQUIREMENT,
            StemiracStage.BOTH,
            true,
            "5【有効性に関する事項】①; 効能、効果又は性能",
            new Text(
                    "ただし、外傷性脊髄損傷で、ASIA 機能障害尺度が A、B 又は C の患者に限る。",
                    "Limited to traumatic spinal cord injury (the AIS is S-P2)."),
            List.of(TRAUMATIC_INJURY.pointer()),
            null);

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var facts = circumstances.facts();
        var traumatic = facts.get(TRAUMATIC_INJURY);
        var values = facts.shown(READ);
        return traumatic == null ? Finding.unknown(values, facts.missing(READ)) : Finding.of(traumatic, values);
    }
}
