package org.saisei.eligibility.toy;

import java.util.Set;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.FactType;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Text;

class ToothIsWhite implements Criterion<Circumstances> {
    enum Shade {
        WHITE,
        YELLOW
    }

    static final Fact<Shade> SHADE =
            new Fact<>("tooth.shade", new FactType.Code<>(Shade.class), new Text("歯の色", "shade of the tooth"));
    private static final FactList READ = FactList.of(SHADE);

    @Override
    public CriterionInfo info() {
        return new CriterionInfo(
                "T-P1",
                Scope.PATIENT,
                Kind.REQUIREMENT,
                Set.of("CHAIR"),
                false,
                "1",
                new Text("歯が白いこと", "The tooth is white"),
                READ.pointers(),
                null);
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var facts = circumstances.facts();
        return facts.knows(SHADE)
                ? Finding.of(facts.is(SHADE, Shade.WHITE), facts.shown(READ))
                : Finding.unknown(facts.shown(READ), facts.missing(READ));
    }
}
