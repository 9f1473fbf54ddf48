package org.saisei.eligibility.protocol.stemirac;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.ValuesBuilder;

/**
 * S-P0. The accreditation rests on the facility's record: what that leaves open, of a requirement or of the physician
 * named, is unknown, and the pointers lead into the record.
 */
final class FacilityIsAccredited implements Criterion<Circumstances> {

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-P0",
            Scope.PATIENT,
            Kind.REQUIREMENT,
            StemiracStage.BOTH,
            true,
            "4",
            new Text("以下の①～③のすべてを満たす施設において使用する必要がある。", "Used only at a facility that meets all of ① to ③."),
            List.of("/assessedOn", "/responsiblePhysicianId", "/attestations", "/links", "/physicians"),
            new Text(
                    "施設要件の充足を期間のある認定として記録し、評価日に認定が有効であること（初日及び最終日を含み、停止中の日並びに取消し及び"
                            + "失効の初日以降を除く）、及び指定された治療の責任者が評価日に配置され S-F2 を満たす医師であることを求めること。施設の記録から判断できない事項は、満たさないものとせず UNKNOWN とすること",
                    "that meeting the facility requirements is kept as an accreditation with a first and last day (both"
                            + " included), which is in force on the day of the assessment (not while it is"
                            + " suspended, nor from the first day of a withdrawal or a lapse on), and that the"
                            + " responsible physician named is placed on that day and is one of its physicians under S-F2; what"
                            + " the facility's record leaves open is UNKNOWN, not a no"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var accreditation = circumstances.accreditation();
        var named = circumstances.responsiblePhysicianId();
        var requirements = accreditation.requirementsOf(named);
        var unsettled = accreditation.unsettled(named);
        var values = values(circumstances, requirements);
        var unstated = isUnstatedWhoIsPlaced(accreditation);
        if (accreditation.knownNotInForce() || (requirements == null && unsettled.isEmpty() && !unstated)) {
            return Finding.of(false, values);
        }
        if (accreditation.requirementsUnknown().isEmpty() && unsettled.isEmpty()) {
            return Finding.of(true, values);
        }
        // S-F2 asks for one such physician, so what settles the one named settles it too
        var missing = Stream.concat(
                        accreditation.requirementsUnknown().stream()
                                .filter(unknown ->
                                        unstated || !unknown.requirement().equals(ResponsiblePhysicianPlaced.ID))
                                .flatMap(unknown -> unknown.missing().stream()),
                        unsettled.stream().flatMap(physician -> physician.missing().stream()))
                .distinct()
                .toList();
        return missing.isEmpty() ? Finding.of(true, values) : Finding.unknown(values, missing);
    }

    private static boolean isUnstatedWhoIsPlaced(AccreditationOnDay accreditation) {
        for (var unknown : accreditation.requirementsUnknown()) {
            if (unknown.requirement().equals(ResponsiblePhysicianPlaced.ID)
                    && unknown.missing().contains(Placed.POINTER)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Object> values(Circumstances circumstances, @Nullable List<String> requirements) {
        var accreditation = circumstances.accreditation();
        var values = new ValuesBuilder(8);
        values.put("accreditationId", accreditation.accreditationId());
        if (accreditation.knownNotInForce()
                || accreditation.requirementsUnknown().isEmpty()) {
            values.put("accreditationInForce", !accreditation.knownNotInForce());
        }
        if (accreditation.state() != AccreditationState.ACCREDITED) {
            values.put("accreditationState", accreditation.state());
        }
        values.put("assessedOn", circumstances.assessedOn());
        values.put("physicianRequirements", requirements == null ? List.of() : requirements);
        if (!accreditation.requirementsNotMet().isEmpty()) {
            values.put("requirementsNotMet", accreditation.requirementsNotMet());
        }
        if (!accreditation.requirementsUnknown().isEmpty()) {
            values.put(
                    "requirementsUnknown",
                    accreditation.requirementsUnknown().stream()
                            .map(AccreditationOnDay.UnknownRequirement::requirement)
                            .toList());
        }
        values.put("responsiblePhysicianId", circumstances.responsiblePhysicianId());
        return values.build();
    }
}
