package org.saisei.eligibility.toy;

import java.util.List;
import java.util.Set;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Text;

class FewHoles implements Criterion<Circumstances> {
    private static final FactList READ = FactList.of(ToyProtocolSecondVersion.HOLES);

    @Override
    public CriterionInfo info() {
        return new CriterionInfo(
                "T-P2",
                Scope.PATIENT,
                Kind.REQUIREMENT,
                Set.of("CHAIR"),
                false,
                "2",
                new Text("穴の数が上限以下 <script>alert(1)</script>", "There are few holes & \"no\" <b>more</b>"),
                READ.pointers(),
                new Text("上限は独自", "the limit is ours"));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(ToyProtocolSecondVersion.MOST_HOLES);
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var facts = circumstances.facts();
        var holes = facts.get(ToyProtocolSecondVersion.HOLES);
        var values = facts.shown(READ);
        return holes == null
                ? Finding.unknown(values, facts.missing(READ))
                : Finding.of(
                        holes.compareTo(circumstances.parameters().get(ToyProtocolSecondVersion.MOST_HOLES)) <= 0,
                        values);
    }
}
