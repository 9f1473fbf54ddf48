package org.saisei.registry.enrolment;

import java.time.LocalDate;
import org.saisei.registry.identity.PatientIdentity;

/** What a facility sends to enrol a patient. */
public record Enrolment(
        String documentNumber,
        String protocol,
        String candidateId,
        LocalDate injuryDate,
        Sex sex,
        LocalDate enrolledOn,
        PatientIdentity identity) {}
