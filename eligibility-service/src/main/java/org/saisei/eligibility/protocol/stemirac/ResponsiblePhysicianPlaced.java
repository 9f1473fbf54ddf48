package org.saisei.eligibility.protocol.stemirac;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.PhysicianOnDay;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.Verdict;

/** S-F2: one such physician is enough, on the day looked at. */
final class ResponsiblePhysicianPlaced implements Criterion<FacilityOnDay> {
    private static final ProductTraining TRAINING = new ProductTraining();

    @Override
    public CriterionInfo info() {
        return CriterionInfo.facility(
                "S-F2",
                "4①-2; 表7-1",
                new Text(
                        "外傷性脊髄損傷の診断、治療及び不具合・副作用発現時の対応に十分な知識と経験を有し（表 7-1 のいずれかに該当）、"
                                + "製造販売業者が実施する、本品の使用にあたっての講習を修了した医師が、本品を用いた治療の責任者として配置されていること。",
                        "A physician is placed as the one responsible for the treatment who meets S-D1 or S-D2 and"
                                + " completed the training (S-D4)."),
                List.of("/physicians"));
    }

    @Override
    public Finding judge(FacilityOnDay facility) {
        var placed = facility.physicians().stream()
                .filter(physician -> isPlaced(physician, facility.day()))
                .toList();
        var responsible = periods(facility.physicians())
                .filter(period -> period.on(facility.day()))
                .map(ResponsiblePhysician::physicianId)
                .distinct()
                .toList();
        Map<String, Object> values = Map.of(
                "day",
                facility.day(),
                "placed",
                placed.stream().map(Physician::physicianId).toList(),
                "responsible",
                responsible);
        if (!responsible.isEmpty()) {
            return Finding.of(true, values);
        }
        var missing = new ArrayList<String>();
        for (var physician : placed) {
            var onDay = new PhysicianOnDay(physician, facility.day());
            if (!experience(onDay).isEmpty()) {
                missing.addAll(Judge.one(TRAINING, onDay).missing());
            }
        }
        return missing.isEmpty() ? Finding.of(false, values) : Finding.unknown(values, missing);
    }

    /** Every period in which a physician is placed, trained and meets 医師要件ア or イ. */
    static Stream<ResponsiblePhysician> periods(List<Physician> physicians) {
        return physicians.stream()
                .flatMap(physician -> physician.placements().stream()
                        .filter(ResponsiblePhysicianPlaced::isUnderStemirac)
                        .flatMap(placement -> period(physician, placement).stream()));
    }

    private static Optional<ResponsiblePhysician> period(Physician physician, Placement placement) {
        var trained = physician.productTrainingCompletedOn();
        if (trained == null) {
            return Optional.empty();
        }
        var from = Collections.max(List.of(placement.from(), trained, physician.licensedOn()));
        var requirements = experience(new PhysicianOnDay(physician, from));
        return requirements.isEmpty() || isBefore(placement.to(), from)
                ? Optional.empty()
                : Optional.of(new ResponsiblePhysician(physician.physicianId(), requirements, from, placement.to()));
    }

    private static List<String> experience(PhysicianOnDay physician) {
        return Stream.of(PhysicianExperience.values())
                .map(requirement -> Judge.one(requirement, physician))
                .filter(judged -> judged.verdict() == Verdict.MET)
                .map(judged -> judged.criterion())
                .toList();
    }

    private static boolean isPlaced(Physician physician, LocalDate day) {
        return physician.placements().stream()
                .filter(ResponsiblePhysicianPlaced::isUnderStemirac)
                .anyMatch(placement -> !day.isBefore(placement.from()) && !isBefore(placement.to(), day));
    }

    private static boolean isUnderStemirac(Placement placement) {
        return placement.protocol().equals(Stemirac.ID);
    }

    private static boolean isBefore(@Nullable LocalDate end, LocalDate day) {
        return end != null && end.isBefore(day);
    }
}
