package org.saisei.eligibility.protocol.stemirac;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.PhysicianOnDay;
import org.saisei.eligibility.protocol.PlacementRole;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.UnsettledPhysician;
import org.saisei.eligibility.protocol.Verdict;

/** S-F2: one such physician is enough, on the day looked at. */
final class ResponsiblePhysicianPlaced implements Criterion<FacilityOnDay> {
    static final String ID = "S-F2";

    private static final ProductTraining TRAINING = new ProductTraining();

    private static final CriterionInfo INFO = CriterionInfo.facility(
            ID,
            "4①-2; 表7-1",
            new Text(
                    "外傷性脊髄損傷の診断、治療及び不具合・副作用発現時の対応に十分な知識と経験を有し（表 7-1 のいずれかに該当）、"
                            + "製造販売業者が実施する、本品の使用にあたっての講習を修了した医師が、本品を用いた治療の責任者として配置されていること。",
                    "A physician is placed as the one responsible for the treatment who meets S-D1 or S-D2 and"
                            + " completed the training (S-D4)."),
            List.of("/physicians"),
            null);

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public Finding judge(FacilityOnDay facility) {
        var placed = Placed.on(facility, PlacementRole.RESPONSIBLE).toList();
        var responsible = placed.stream()
                .filter(physician -> qualification(physician).verdict() == Verdict.MET)
                .map(physician -> physician.physician().physicianId())
                .toList();
        Map<String, Object> values = Map.of(
                "day",
                facility.day(),
                "placed",
                placed.stream().map(onDay -> onDay.physician().physicianId()).toList(),
                "responsible",
                responsible);
        if (!responsible.isEmpty()) {
            return Finding.of(true, values);
        }
        if (Placed.isUnstated(facility, PlacementRole.RESPONSIBLE)) {
            return Finding.unknown(values, List.of(Placed.POINTER));
        }
        var missing = unsettled(facility).stream()
                .flatMap(physician -> physician.missing().stream())
                .toList();
        return missing.isEmpty() ? Finding.of(false, values) : Finding.unknown(values, missing);
    }

    /** Placed on the facility's day, and neither known to qualify nor known not to. */
    static List<UnsettledPhysician> unsettled(FacilityOnDay facility) {
        return Placed.on(facility, PlacementRole.RESPONSIBLE)
                .filter(physician -> qualification(physician).verdict() == Verdict.UNKNOWN)
                .map(physician -> new UnsettledPhysician(
                        physician.physician().physicianId(),
                        qualification(physician).missing()))
                .toList();
    }

    /** Every period in which a physician is known to be placed, trained and to meet 医師要件ア or イ. */
    static Stream<ResponsiblePhysician> periods(List<Physician> physicians) {
        return Placed.periods(
                physicians,
                PlacementRole.RESPONSIBLE,
                physician -> qualification(physician).requirements());
    }

    /**
     * @param verdict MET, NOT_MET or UNKNOWN
     * @param requirements rule ids of the 医師要件 that are met
     * @param missing pointers of the fields that would settle it; empty unless UNKNOWN
     */
    private record Qualification(Verdict verdict, List<String> requirements, List<String> missing) {}

    /** Meets S-D1 or S-D2, and S-D4: whatever the placement is. */
    private static Qualification qualification(PhysicianOnDay physician) {
        var experience = Judge.all(List.of(PhysicianExperience.values()), physician);
        var training = Judge.one(TRAINING, physician);
        var requirements = experience.stream()
                .filter(judged -> judged.verdict() == Verdict.MET)
                .map(Judged::criterion)
                .toList();
        // the two differ in the specialty alone, so what settles the one of which less is unknown settles both
        var unknown = experience.stream()
                .filter(judged -> requirements.isEmpty() && judged.verdict() == Verdict.UNKNOWN)
                .min(Comparator.comparingInt(judged -> judged.missing().size()));
        if (training.verdict() == Verdict.NOT_MET || (requirements.isEmpty() && unknown.isEmpty())) {
            return new Qualification(Verdict.NOT_MET, requirements, List.of());
        }
        var missing = Stream.concat(unknown.stream(), Stream.of(training))
                .flatMap(judged -> judged.missing().stream())
                .toList();
        return new Qualification(missing.isEmpty() ? Verdict.MET : Verdict.UNKNOWN, requirements, missing);
    }
}
