package org.saisei.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * A patient as the peer's rules see them; days count from the injury as day 0. Read by records' accessors and, since rule
 * languages expect them, by the methods that follow.
 */
public record Patient(
        boolean accredited,
        boolean preAdministration,
        @Nullable Boolean traumatic,
        @Nullable String ais,
        @Nullable Integer aisDay,
        @Nullable Integer ageYears,
        @Nullable Boolean weighingInFavour,
        @Nullable Boolean component,
        @Nullable Boolean material,
        @Nullable Boolean materialIsComponent,
        @Nullable Boolean malignancy,
        @Nullable Boolean tumour,
        @Nullable Boolean benefitOutweighsRisk,
        @Nullable Boolean allergic,
        @Nullable Boolean hypercoagulable,
        @Nullable Boolean infected,
        @Nullable Boolean lowWeight,
        @Nullable Boolean anaemic,
        @Nullable Boolean poorCondition,
        @Nullable Boolean vascularLesion,
        @Nullable Boolean spinalDisease,
        @Nullable Boolean notControllable,
        @Nullable Integer systolic,
        @Nullable Integer diastolic,
        @Nullable Boolean consentGiven,
        @Nullable Integer consentDay,
        boolean teamTold,
        @Nullable Integer firstCollectionDay,
        @Nullable Integer marrowDay,
        @Nullable Integer lastCollectionDay,
        @Nullable Integer administrationDay,
        @Nullable Boolean statementsAffirmed) {

    public boolean isAccredited() {
        return accredited;
    }

    public boolean isPreAdministration() {
        return preAdministration;
    }

    public @Nullable Boolean getTraumatic() {
        return traumatic;
    }

    public @Nullable String getAis() {
        return ais;
    }

    public @Nullable Integer getAisDay() {
        return aisDay;
    }

    public @Nullable Integer getAgeYears() {
        return ageYears;
    }

    public @Nullable Boolean getWeighingInFavour() {
        return weighingInFavour;
    }

    public @Nullable Boolean getComponent() {
        return component;
    }

    public @Nullable Boolean getMaterial() {
        return material;
    }

    public @Nullable Boolean getMaterialIsComponent() {
        return materialIsComponent;
    }

    public @Nullable Boolean getMalignancy() {
        return malignancy;
    }

    public @Nullable Boolean getTumour() {
        return tumour;
    }

    public @Nullable Boolean getBenefitOutweighsRisk() {
        return benefitOutweighsRisk;
    }

    public @Nullable Boolean getAllergic() {
        return allergic;
    }

    public @Nullable Boolean getHypercoagulable() {
        return hypercoagulable;
    }

    public @Nullable Boolean getInfected() {
        return infected;
    }

    public @Nullable Boolean getLowWeight() {
        return lowWeight;
    }

    public @Nullable Boolean getAnaemic() {
        return anaemic;
    }

    public @Nullable Boolean getPoorCondition() {
        return poorCondition;
    }

    public @Nullable Boolean getVascularLesion() {
        return vascularLesion;
    }

    public @Nullable Boolean getSpinalDisease() {
        return spinalDisease;
    }

    public @Nullable Boolean getNotControllable() {
        return notControllable;
    }

    public @Nullable Integer getSystolic() {
        return systolic;
    }

    public @Nullable Integer getDiastolic() {
        return diastolic;
    }

    public @Nullable Boolean getConsentGiven() {
        return consentGiven;
    }

    public @Nullable Integer getConsentDay() {
        return consentDay;
    }

    public boolean isTeamTold() {
        return teamTold;
    }

    public @Nullable Integer getFirstCollectionDay() {
        return firstCollectionDay;
    }

    public @Nullable Integer getMarrowDay() {
        return marrowDay;
    }

    public @Nullable Integer getLastCollectionDay() {
        return lastCollectionDay;
    }

    public @Nullable Integer getAdministrationDay() {
        return administrationDay;
    }

    public @Nullable Boolean getStatementsAffirmed() {
        return statementsAffirmed;
    }

    /** Pointer to the day of a collection that has to be known to tell whether consent came first; null if none has. */
    public @Nullable String getCollectionAsked() {
        if (preAdministration) {
            return firstCollectionDay == null ? "/facts/firstCollectionOn" : null;
        }
        if (firstCollectionDay == null) {
            return "/facts/plannedFirstBloodCollectionOn";
        }
        return consentDay != null && (consentDay > firstCollectionDay || (marrowDay != null && consentDay > marrowDay))
                ? "/facts/firstCollectionOn"
                : null;
    }
}
