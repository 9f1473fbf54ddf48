package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import java.util.List;

/** A facility's record, looked at as of a day. */
public record FacilityOnDay(List<Attestation> attestations, List<Physician> physicians, LocalDate day) {

    public FacilityOnDay {
        attestations = List.copyOf(attestations);
        physicians = List.copyOf(physicians);
    }
}
