package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.AGE_YEARS;

import java.util.LinkedHashMap;
import java.util.List;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.Verdict;

/** S-F4p, of a patient: a requirement on the facility that binds it when the patient is a child. */
final class PaediatricianForChild implements Criterion<Circumstances> {
    private static final String ID = "S-F4p";

    @Override
    public CriterionInfo info() {
        return new CriterionInfo(
                ID,
                Scope.PATIENT,
                Kind.REQUIREMENT,
                StemiracStage.BOTH,
                true,
                "4①-4",
                new Text(
                        "（ただし、対象患者が小児である場合は、骨髄穿刺に関して、小児血液・がん領域に十分に知識と経験のある小児科医との連携も必要である。）",
                        "If the patient is a child, cooperation with a paediatrician of sufficient knowledge and experience"
                                + " in paediatric haematology and oncology is needed as well, for the marrow puncture."),
                List.of(AGE_YEARS.pointer(), FacilityOnDay.attestationPointer(ID, "")),
                new Text(
                        Childhood.OURS.ja() + "、及び施設の認定ではなく小児患者の適格性を左右するものとすること",
                        Childhood.OURS.en() + ", and that it binds the child's assessment and not the accreditation"));
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        return Childhood.ofChild(circumstances, () -> atFacility(circumstances));
    }

    private static Finding atFacility(Circumstances circumstances) {
        var facility = circumstances.accreditation().otherRequirement(ID).orElse(null);
        var values = new LinkedHashMap<>(circumstances.facts().shown(AGE_YEARS));
        values.put("assessedOn", circumstances.assessedOn());
        if (facility == null) {
            return Finding.unknown(values, List.of(FacilityOnDay.attestationPointer(ID, "")));
        }
        values.put("facility", facility.values());
        return facility.verdict() == Verdict.UNKNOWN
                ? Finding.unknown(values, facility.missing())
                : Finding.of(facility.verdict() == Verdict.MET, values);
    }
}
