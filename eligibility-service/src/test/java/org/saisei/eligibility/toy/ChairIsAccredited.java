package org.saisei.eligibility.toy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Text;

class ChairIsAccredited implements Criterion<Circumstances> {

    @Override
    public CriterionInfo info() {
        return new CriterionInfo(
                "T-P0",
                Scope.PATIENT,
                Kind.REQUIREMENT,
                Set.of(),
                false,
                "1",
                new Text("認定された椅子", "The chair is accredited"),
                List.of("/attestations"),
                null);
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        return Finding.of(!circumstances.accreditation().knownNotInForce(), Map.of());
    }
}
