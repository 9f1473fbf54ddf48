package org.saisei.benchmarks;

import java.util.Map;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.ValuesBuilder;

/**
 * What the peer's rules can say something about, in the order of the catalogue, whose wording and citations the two share.
 * The values shown with a verdict are put together here for the peer, by the same means as the service's.
 */
public enum Said {
    P0 {
        @Override
        Map<String, Object> shown(Circumstances circumstances) {
            var accreditation = circumstances.accreditation();
            var inForce = accreditation.state() == AccreditationState.ACCREDITED;
            return new ValuesBuilder(6)
                    .put("accreditationId", accreditation.accreditationId())
                    .put("accreditationInForce", inForce)
                    .put("accreditationState", inForce ? null : accreditation.state())
                    .put("assessedOn", circumstances.assessedOn())
                    .put(
                            "physicianRequirements",
                            accreditation.responsiblePhysicians().getFirst().requirements())
                    .put("responsiblePhysicianId", circumstances.responsiblePhysicianId())
                    .build();
        }
    },
    P1("traumaticInjury"),
    P2("ais.grade", "ais.assessedOn") {
        @Override
        Map<String, Object> shown(Circumstances circumstances) {
            return circumstances.stage().equals("PLANNING")
                    ? super.shown(circumstances)
                    : circumstances.facts().shown(Known.AIS_AND_STEPS_AROUND);
        }
    },
    P4(
            "ageYears",
            "paediatricWeighing.weighedOn",
            "paediatricWeighing.ageConsidered",
            "paediatricWeighing.weightConsidered",
            "paediatricWeighing.generalConditionConsidered",
            "paediatricWeighing.inFavour"),
    F4P("ageYears") {
        @Override
        Map<String, Object> shown(Circumstances circumstances) {
            return new ValuesBuilder(super.shown(circumstances), 1)
                    .put("assessedOn", circumstances.assessedOn())
                    .build();
        }
    },
    P5("hypersensitivityToComponent", "hypersensitivityToMaterial", "materialIsComponent"),
    P6_1("malignancy", "tumourPresent", "tumourWeighing.weighedOn", "tumourWeighing.benefitOutweighsRisk"),
    P6_2("allergicDisposition"),
    P6_3("hypercoagulability"),
    P6_4("infection"),
    P6_5("lowBodyWeight", "anaemia"),
    P6_6("extremelyPoorGeneralCondition"),
    P6_7("severeIntracranialOrVascularLesion"),
    P6_8("severeSpinalDisease"),
    P6_9("bloodPressure.systolicMmHg", "bloodPressure.diastolicMmHg", "bloodPressure.notControllable"),
    P7(
            "consent.explainedOn",
            "consent.given",
            "consent.consentedOn",
            "consent.teamToldOn",
            "firstCollectionOn",
            "plannedFirstBloodCollectionOn",
            "plannedMarrowCollectionOn"),
    P8("injuryDate", "plannedMarrowCollectionOn") {
        @Override
        Map<String, Object> shown(Circumstances circumstances) {
            var days = Known.daysSinceInjury(circumstances, Known.MARROW);
            return days == null
                    ? super.shown(circumstances)
                    : new ValuesBuilder(super.shown(circumstances), 1)
                            .put("daysSinceInjury", days)
                            .build();
        }
    },
    P9(
            "injuryDate",
            "plannedFirstBloodCollectionOn",
            "plannedMarrowCollectionOn",
            "plannedLastBloodCollectionOn",
            "plannedAdministrationOn") {
        @Override
        Map<String, Object> shown(Circumstances circumstances) {
            return TrialDays.shown(circumstances, super.shown(circumstances));
        }
    },
    P10(
            "materialsRead.affirmed",
            "materialsRead.statedOn",
            "clinicalNecessityWeighed.affirmed",
            "clinicalNecessityWeighed.statedOn",
            "judgedAppropriate.affirmed",
            "judgedAppropriate.statedOn");

    private final FactList looksAt;

    Said(String... looksAt) {
        this.looksAt = Known.facts(looksAt);
    }

    FactList looksAt() {
        return looksAt;
    }

    /** What the patient's record has of it, to be shown with the verdict. */
    Map<String, Object> shown(Circumstances circumstances) {
        return circumstances.facts().shown(looksAt);
    }
}
