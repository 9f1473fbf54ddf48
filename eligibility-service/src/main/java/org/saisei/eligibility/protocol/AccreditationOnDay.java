package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stood on a day about a facility's accreditation under one protocol.
 *
 * @param accreditationId of the accreditation whose period includes the day; null if there is none
 * @param from first day, null if there is none
 * @param to last day, included; null while it lasts
 * @param requirementsNotMet rule ids of the facility requirements that the facility's record does not show to be met on
 *     the day; an accreditation that rests on them is no longer in force
 * @param responsiblePhysicians those whose period includes the day
 */
public record AccreditationOnDay(
        @Nullable String accreditationId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> requirementsNotMet,
        List<ResponsiblePhysician> responsiblePhysicians) {

    public AccreditationOnDay {
        requirementsNotMet = List.copyOf(requirementsNotMet);
        responsiblePhysicians = List.copyOf(responsiblePhysicians);
    }

    public boolean inForce() {
        return accreditationId != null && requirementsNotMet.isEmpty();
    }

    /** The physician's requirements on that day; null if they are not one of the responsible physicians. */
    public @Nullable List<String> requirementsOf(String physicianId) {
        return responsiblePhysicians.stream()
                .filter(physician -> physician.physicianId().equals(physicianId))
                .findFirst()
                .map(ResponsiblePhysician::requirements)
                .orElse(null);
    }
}
