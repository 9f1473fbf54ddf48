package org.saisei.eligibility.protocol.stemirac;

import java.util.List;
import java.util.Map;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.PhysicianOnDay;
import org.saisei.eligibility.protocol.Text;

/** S-D4. A training without a day is unknown, not absent. */
final class ProductTraining implements Criterion<PhysicianOnDay> {
    private static final String MEMBER = "productTrainingCompletedOn";

    private static final CriterionInfo INFO = CriterionInfo.physician(
            "S-D4",
            "4①-2; 4①-3; 表7-2の前文",
            new Text(
                    "製造販売業者が実施する、本品の使用にあたっての講習を修了した医師…製造販売業者が実施する本品の使用にあたっての講習を修了している医師…"
                            + "本品の使用にあたっての講習を修了した医師が、治療の責任者として配置されていること。",
                    "Completed the training on the use of the product, which the one responsible for the treatment"
                            + " (①-2) and the one on staff (①-3) do with the manufacturer; of the one responsible"
                            + " after a transfer (table 7-2) the source does not say by whom it is held."),
            List.of("/" + MEMBER),
            new Text(
                    "表7-2の前文の講習を①-2及び①-3の講習と同じものとみなし、修了日の記録を求めること",
                    "that the training before table 7-2 is taken to be the one of ①-2 and ①-3, and that the day on"
                            + " which it was completed is asked for"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public Finding judge(PhysicianOnDay subject) {
        var completed = subject.physician().productTrainingCompletedOn();
        return completed == null
                ? Finding.unknown(Map.of(), List.of(subject.pointer(MEMBER)))
                : Finding.of(!completed.isAfter(subject.day()), Map.of(MEMBER, completed));
    }
}
