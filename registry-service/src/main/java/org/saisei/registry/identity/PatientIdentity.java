package org.saisei.registry.identity;

import java.time.LocalDate;
import java.time.Period;

/**
 * What tells who the patient is. Leaves this feature's store only towards the treating facility.
 *
 * @param nameKanji 氏名
 * @param nameKana 氏名（カナ）
 * @param birthDate 生年月日
 * @param medicalRecordNumber the facility's own number of the patient, 診療録番号
 */
public record PatientIdentity(String nameKanji, String nameKana, LocalDate birthDate, String medicalRecordNumber) {

    /** Completed years; one born on 29 February completes a year on 1 March where there is no 29th. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    /** Says nothing, so that no log or message can. */
    @Override
    public String toString() {
        return "PatientIdentity[sealed]";
    }
}
