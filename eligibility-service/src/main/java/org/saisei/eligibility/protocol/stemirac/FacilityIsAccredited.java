package org.saisei.eligibility.protocol.stemirac;

import java.util.LinkedHashMap;
import java.util.List;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Text;

/**
 * S-P0. Never unknown: what the facility's record does not show on that day does not stand, since the accreditation
 * rests on the record.
 */
final class FacilityIsAccredited implements Criterion<Circumstances> {

    @Override
    public CriterionInfo info() {
        return new CriterionInfo(
                "S-P0",
                Scope.PATIENT,
                Kind.REQUIREMENT,
                StemiracStage.BOTH,
                true,
                "4",
                new Text(
                        "以下の①～③のすべてを満たす施設において使用する必要がある。",
                        "Used only at a facility that meets all of ① to ③: its STEMIRAC accreditation is in force on the"
                                + " day of the assessment (both days included), and the responsible physician named is"
                                + " one of its physicians under S-F2, placed on that day."),
                List.of("/assessedOn", "/responsiblePhysicianId"),
                new Text(
                        "施設要件の充足を期間のある認定として記録すること",
                        "that meeting the facility requirements is kept as an accreditation with a first and last day"));
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        var accreditation = circumstances.accreditation();
        var requirements = accreditation.requirementsOf(circumstances.responsiblePhysicianId());
        var values = new LinkedHashMap<String, Object>();
        values.put("assessedOn", circumstances.assessedOn());
        values.put("accreditationInForce", accreditation.inForce());
        if (accreditation.accreditationId() != null) {
            values.put("accreditationId", accreditation.accreditationId());
        }
        if (!accreditation.requirementsNotMet().isEmpty()) {
            values.put("requirementsNotMet", accreditation.requirementsNotMet());
        }
        values.put("responsiblePhysicianId", circumstances.responsiblePhysicianId());
        values.put("physicianRequirements", requirements == null ? List.of() : requirements);
        return Finding.of(accreditation.inForce() && requirements != null, values);
    }
}
