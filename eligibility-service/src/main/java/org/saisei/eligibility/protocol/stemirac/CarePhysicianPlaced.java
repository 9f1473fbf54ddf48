package org.saisei.eligibility.protocol.stemirac;

import java.util.List;
import java.util.Map;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.PlacementRole;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.Verdict;

/** S-F3: one such physician is enough, on the day looked at. */
final class CarePhysicianPlaced implements Criterion<FacilityOnDay> {
    private static final ProductTraining TRAINING = new ProductTraining();

    private static final CriterionInfo INFO = CriterionInfo.facility(
            "S-F3",
            "4①-3",
            new Text(
                    "外傷性脊髄損傷の診断・治療・機能評価・リハビリテーションに対する十分な知識と経験を有し、製造販売業者が実施する本品の使用にあたっての講習を修了している" + "医師が所属していること。",
                    "A physician on staff has sufficient knowledge and experience of the diagnosis, treatment,"
                            + " functional evaluation and rehabilitation of traumatic spinal cord injury and"
                            + " completed the training (S-D4)."),
            List.of("/physicians"),
            new Text(
                    "十分な知識と経験を有することは、施設が医師を CARE として配置することで申告すること。治療の責任者（S-F2）と同一の医師でもよいこと",
                    "that the facility states the knowledge and experience by placing the physician for CARE, and"
                            + " that one person may serve this and S-F2"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public Finding judge(FacilityOnDay facility) {
        var placed = Placed.on(facility, PlacementRole.CARE).toList();
        var training =
                placed.stream().map(physician -> Judge.one(TRAINING, physician)).toList();
        Map<String, Object> values = Map.of(
                "day",
                facility.day(),
                "placed",
                placed.stream()
                        .map(physician -> physician.physician().physicianId())
                        .toList());
        if (training.stream().map(Judged::verdict).anyMatch(Verdict.MET::equals)) {
            return Finding.of(true, values);
        }
        if (Placed.isUnstated(facility, PlacementRole.CARE)) {
            return Finding.unknown(values, List.of(Placed.POINTER));
        }
        var missing =
                training.stream().flatMap(judged -> judged.missing().stream()).toList();
        return missing.isEmpty() ? Finding.of(false, values) : Finding.unknown(values, missing);
    }
}
