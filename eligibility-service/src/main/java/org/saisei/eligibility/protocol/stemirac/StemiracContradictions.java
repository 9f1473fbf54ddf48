package org.saisei.eligibility.protocol.stemirac;

import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.AGE_YEARS;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.AIS_ASSESSED_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.CONSENTED_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.CONSENT_EXPLAINED_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.DIASTOLIC_MMHG;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.FIRST_COLLECTION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.HYPERSENSITIVITY_TO_MATERIAL;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.INJURY_DATE;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.JUDGED_APPROPRIATE_STATED_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.MALIGNANCY;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.MATERIAL_IS_COMPONENT;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.NECESSITY_WEIGHED_STATED_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PAEDIATRIC_WEIGHED_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PLANNED_ADMINISTRATION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PLANNED_FIRST_BLOOD_COLLECTION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PLANNED_LAST_BLOOD_COLLECTION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.PLANNED_MARROW_COLLECTION_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.SYSTOLIC_MMHG;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.TEAM_TOLD_ON;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.TUMOUR_PRESENT;
import static org.saisei.eligibility.protocol.stemirac.StemiracFacts.TUMOUR_WEIGHED_ON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.Fault;

/** What in the facts under STEMIRAC cannot be true together. */
final class StemiracContradictions {
    /** What is done to a patient because of the injury, and what is said to and weighed of the patient. */
    private static final List<Fact<LocalDate>> AFTER_INJURY = List.of(
            AIS_ASSESSED_ON,
            PAEDIATRIC_WEIGHED_ON,
            TUMOUR_WEIGHED_ON,
            CONSENT_EXPLAINED_ON,
            CONSENTED_ON,
            TEAM_TOLD_ON,
            NECESSITY_WEIGHED_STATED_ON,
            JUDGED_APPROPRIATE_STATED_ON,
            FIRST_COLLECTION_ON,
            PLANNED_FIRST_BLOOD_COLLECTION_ON,
            PLANNED_MARROW_COLLECTION_ON,
            PLANNED_LAST_BLOOD_COLLECTION_ON,
            PLANNED_ADMINISTRATION_ON);

    /** The product is made of what these yield. */
    private static final List<Fact<LocalDate>> COLLECTIONS = List.of(
            FIRST_COLLECTION_ON,
            PLANNED_FIRST_BLOOD_COLLECTION_ON,
            PLANNED_MARROW_COLLECTION_ON,
            PLANNED_LAST_BLOOD_COLLECTION_ON);

    private StemiracContradictions() {}

    static List<Fault> in(Facts facts) {
        var faults = new ArrayList<Fault>();
        for (var fact : AFTER_INJURY) {
            if (isBefore(facts, fact, INJURY_DATE)) {
                faults.add(new Fault(fact.pointer(), "BEFORE_INJURY", "is before the injury"));
            }
        }
        if (COLLECTIONS.stream().anyMatch(collection -> isBefore(facts, PLANNED_ADMINISTRATION_ON, collection))) {
            faults.add(new Fault(
                    PLANNED_ADMINISTRATION_ON.pointer(),
                    "BEFORE_COLLECTION",
                    "is before a collection of what the product is made of"));
        }
        if (isBefore(facts, PLANNED_LAST_BLOOD_COLLECTION_ON, PLANNED_FIRST_BLOOD_COLLECTION_ON)) {
            faults.add(new Fault(
                    PLANNED_LAST_BLOOD_COLLECTION_ON.pointer(),
                    "BEFORE_FIRST_COLLECTION",
                    "is before the first blood collection"));
        }
        if (facts.is(TUMOUR_PRESENT, true) && facts.is(MALIGNANCY, false)) {
            faults.add(new Fault(
                    TUMOUR_PRESENT.pointer(), "CONTRADICTS_MALIGNANCY", "a tumour-bearing patient has a malignancy"));
        }
        if (facts.is(MATERIAL_IS_COMPONENT, true) && facts.is(HYPERSENSITIVITY_TO_MATERIAL, false)) {
            faults.add(new Fault(
                    MATERIAL_IS_COMPONENT.pointer(),
                    "CONTRADICTS_HISTORY",
                    "there is no history with a material to rule on"));
        }
        var systolic = facts.get(SYSTOLIC_MMHG);
        var diastolic = facts.get(DIASTOLIC_MMHG);
        if (systolic != null && diastolic != null && diastolic.compareTo(systolic) > 0) {
            faults.add(new Fault(DIASTOLIC_MMHG.pointer(), "ABOVE_SYSTOLIC", "is above the systolic pressure"));
        }
        return faults;
    }

    /** An assessment is made before the administration, so what is planned of it lies ahead. */
    static List<Fault> in(Facts facts, LocalDate assessedOn, @Nullable LocalDate declaredOn) {
        var faults = new ArrayList<>(in(facts));
        var administration = facts.get(PLANNED_ADMINISTRATION_ON);
        if (administration != null && administration.isBefore(assessedOn)) {
            faults.add(new Fault(
                    PLANNED_ADMINISTRATION_ON.pointer(),
                    "BEFORE_ASSESSMENT",
                    "is before the day of the assessment, which is made before the administration"));
        }
        var injury = facts.get(INJURY_DATE);
        var age = facts.get(AGE_YEARS);
        if (injury != null && age != null && !injury.isAfter(assessedOn.minusYears(age.longValueExact() + 1))) {
            faults.add(new Fault(INJURY_DATE.pointer(), "BEFORE_BIRTH", "is before the birth that the age tells of"));
        }
        if (declaredOn != null && injury != null && declaredOn.isBefore(injury)) {
            faults.add(new Fault("/noOtherTreatmentOption/declaredOn", "BEFORE_INJURY", "is before the injury"));
        }
        return faults;
    }

    /** A patient has one injury; which day is right is settled where it was stated first. */
    static List<Fault> between(Facts facts, Facts earlier, String stage) {
        var injury = facts.get(INJURY_DATE);
        var before = earlier.get(INJURY_DATE);
        return injury == null || before == null || injury.equals(before)
                ? List.of()
                : List.of(new Fault(
                        INJURY_DATE.pointer(),
                        "DIFFERS",
                        "is not the day that stands at " + stage + "; supersede that assessment if this day is right"));
    }

    private static boolean isBefore(Facts facts, Fact<LocalDate> fact, Fact<LocalDate> other) {
        var day = facts.get(fact);
        var otherDay = facts.get(other);
        return day != null && otherDay != null && day.isBefore(otherDay);
    }
}
