package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A facility's record, looked at as of a day. */
public record FacilityOnDay(
        List<Attestation> attestations, List<FacilityLink> links, List<Physician> physicians, LocalDate day) {

    /** Pointer to the links in the facility's record. */
    public static final String LINKS = "/links";

    public FacilityOnDay {
        attestations = List.copyOf(attestations);
        links = List.copyOf(links);
        physicians = List.copyOf(physicians);
    }

    /** The statement on that requirement that holds on the day. */
    public Optional<Attestation> attestation(String requirement) {
        return attestations.stream()
                .filter(attestation -> attestation.requirement().equals(requirement) && attestation.covers(day))
                .findFirst();
    }

    /** True if the requirement was attested once, and the statement has ended before the day: known not to be met. */
    public boolean attestationEnded(String requirement) {
        return attestation(requirement).isEmpty()
                && attestations.stream()
                        .anyMatch(attestation -> attestation.requirement().equals(requirement)
                                && Days.endsBefore(attestation.endedOn(), day));
    }

    /** Pointer to a field of that requirement's statement in the facility's record. */
    public static String attestationPointer(String requirement, String member) {
        return "/attestations/" + requirement + (member.isEmpty() ? "" : "/" + member);
    }

    /** Pointer to a field of the links to that facility in the facility's record. */
    public static String linkPointer(String facilityId, String member) {
        return LINKS + "/" + facilityId + (member.isEmpty() ? "" : "/" + member);
    }
}
