package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.JUDGED_APPROPRIATE;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.JUDGED_APPROPRIATE_STATED_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.MATERIALS_READ;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.MATERIALS_READ_STATED_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.NECESSITY_WEIGHED;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.NECESSITY_WEIGHED_STATED_ON;

import java.util.List;
import java.util.Set;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Text;

/** S-P10. Three statements of the responsible physician, each with its day; one denied is a no. */
final class PhysicianStatements implements Criterion<Circumstances> {
    private static final List<Fact<Boolean>> STATEMENTS =
            List.of(MATERIALS_READ, NECESSITY_WEIGHED, JUDGED_APPROPRIATE);
    private static final FactList READ = FactList.of(
            MATERIALS_READ,
            MATERIALS_READ_STATED_ON,
            NECESSITY_WEIGHED,
            NECESSITY_WEIGHED_STATED_ON,
            JUDGED_APPROPRIATE,
            JUDGED_APPROPRIATE_STATED_ON);

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-P10",
            Scope.PATIENT,
            Kind.REQUIREMENT,
            Set.of(StemiracStage.PRE_ADMINISTRATION),
            true,
            "6①; 6③",
            new Text(
                    "添付文書等に加え、製造販売業者が提供する資料等に基づき本品の特性及び適正使用のために必要な情報を十分に理解してから使用すること。…"
                            + "本品はヒト・動物由来の原料を用いて製造している。安全性確保のためにウイルス試験等を実施しているが、ヒト・動物由来の原料に起因する感染症の危険性を完全に排除できないことから、"
                            + "本品の使用に際しては臨床上の必要性を十分に検討すること。…"
                            + "間葉系幹細胞は様々な組織への分化能を有することから、異所性組織形成があらわれる可能性が理論的に否定できないため、投与が適切と判断される患者にのみに投与すること。",
                    "Used only once the package insert and the manufacturer's material have been understood; after"
                            + " weighing the clinical necessity, since material of human and animal origin may carry"
                            + " infection; and only in patients judged appropriate, since ectopic tissue may form."),
            READ.pointers(),
            new Text(
                    "治療の責任者による三つの表明（日付を付す）として、投与直前の段階で求めること",
                    "that these are three statements of the responsible physician, each with its day, asked for immediately"
                            + " before the administration"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var facts = circumstances.facts();
        var values = facts.shown(READ);
        if (facts.anyIs(STATEMENTS, false)) {
            return Finding.of(false, values);
        }
        var missing = facts.missing(READ);
        return missing.isEmpty() ? Finding.of(true, values) : Finding.unknown(values, missing);
    }
}
