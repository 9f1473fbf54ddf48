package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.AGE_YEARS;

import java.util.List;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.ValuesBuilder;
import org.saisei.eligibility.protocol.Verdict;

/** S-F4p, of a patient: a requirement on the facility that binds it when the patient is a child. */
final class PaediatricianForChild implements Criterion<Circumstances> {
    private static final CriterionInfo AT_FACILITY = AttestedRequirement.PAEDIATRIC_SPECIALIST.info();

    private static final CriterionInfo INFO = new CriterionInfo(
            AT_FACILITY.id(),
            Scope.PATIENT,
            Kind.REQUIREMENT,
            StemiracStage.BOTH,
            true,
            AT_FACILITY.clause(),
            AT_FACILITY.text(),
            List.of(AGE_YEARS.pointer(), FacilityOnDay.attestationPointer(AT_FACILITY.id(), "")),
            new Text(
                    Childhood.OURS.ja() + "、及び施設の認定ではなく小児患者の適格性を左右するものとすること",
                    Childhood.OURS.en() + ", and that it binds the child's assessment and not the accreditation"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Childhood.CHILD_AGE_YEARS);
    }

    @Override
    public Finding judge(Circumstances circumstances) {
        return Childhood.ofChild(circumstances, () -> atFacility(circumstances));
    }

    private static Finding atFacility(Circumstances circumstances) {
        var facility =
                circumstances.accreditation().otherRequirement(AT_FACILITY.id()).orElse(null);
        var values = new ValuesBuilder(circumstances.facts().shown(Childhood.AGE), 2)
                .put("assessedOn", circumstances.assessedOn())
                .put("facility", facility == null ? null : facility.values())
                .build();
        if (facility == null) {
            return Finding.unknown(values, List.of(FacilityOnDay.attestationPointer(AT_FACILITY.id(), "")));
        }
        return facility.verdict() == Verdict.UNKNOWN
                ? Finding.unknown(values, facility.missing())
                : Finding.of(facility.verdict() == Verdict.MET, values);
    }
}
