package org.saisei.registry.enrolment.http;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.saisei.registry.identity.PatientIdentity;

@Schema(name = "Identity")
record IdentityAnswer(
        String subjectId, String nameKanji, String nameKana, LocalDate birthDate, String medicalRecordNumber) {

    static IdentityAnswer of(String subjectId, PatientIdentity identity) {
        return new IdentityAnswer(
                subjectId,
                identity.nameKanji(),
                identity.nameKana(),
                identity.birthDate(),
                identity.medicalRecordNumber());
    }

    @Override
    public String toString() {
        return "IdentityAnswer[sealed]";
    }
}
