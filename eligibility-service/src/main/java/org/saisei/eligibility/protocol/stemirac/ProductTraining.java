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
                    "製造販売業者が実施する、本品の使用にあたっての講習を修了した医師",
                    "Completed the manufacturer's training on the use of the product."),
            List.of("/" + MEMBER),
            null);

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
