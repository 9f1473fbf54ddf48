package org.saisei.eligibility.facility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.AttestedCriterion.Form;
import org.saisei.eligibility.protocol.Days;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.ProtocolCatalogue;

/** What is wrong with a facility's statement of itself. */
final class FacilityFaults {

    private FacilityFaults() {}

    /** What it names that no protocol here knows, or has no place for. */
    static List<Fault> unknown(List<Attestation> attestations, ProtocolCatalogue protocols) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < attestations.size(); i++) {
            var attestation = attestations.get(i);
            var pointer = "/attestations/" + i;
            var forms = protocols.attestable(attestation.requirement());
            if (forms.isEmpty()) {
                faults.add(new Fault(
                        pointer + "/requirement",
                        "UNKNOWN_REQUIREMENT",
                        "is not the rule id of a facility requirement that is attested"));
                continue;
            }
            var filings = forms.stream()
                    .flatMap(form -> form.filings().stream())
                    .distinct()
                    .toList();
            if (attestation.filing() != null && !filings.contains(attestation.filing())) {
                faults.add(new Fault(
                        pointer + "/filing",
                        "UNKNOWN_FILING",
                        filings.isEmpty()
                                ? "this requirement leaves no choice of a filing"
                                : "is not one of " + String.join(", ", filings)));
            }
            if (forms.stream().noneMatch(Form::filed)) {
                noFiling(attestation.filingNumber(), pointer + "/filingNumber", faults);
                noFiling(attestation.filedOn(), pointer + "/filedOn", faults);
            }
            if (attestation.partnerFacilityId() != null && forms.stream().noneMatch(Form::partner)) {
                faults.add(new Fault(
                        pointer + "/partnerFacilityId", "NO_PARTNER", "this requirement is not met by a partner"));
            }
        }
        return faults;
    }

    private static void noFiling(@Nullable Object stated, String pointer, List<Fault> faults) {
        if (stated != null) {
            faults.add(new Fault(pointer, "NO_FILING", "this requirement rests on no filing"));
        }
    }

    /** What of it cannot be true. */
    static List<Fault> untrue(
            String facilityId, List<Attestation> attestations, List<FacilityLink> links, LocalDate today) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < attestations.size(); i++) {
            attestation(facilityId, attestations, i, today, faults);
        }
        for (var i = 0; i < links.size(); i++) {
            link(facilityId, links, i, today, faults);
        }
        return faults;
    }

    private static void attestation(
            String facilityId, List<Attestation> attestations, int i, LocalDate today, List<Fault> faults) {
        var attestation = attestations.get(i);
        var pointer = "/attestations/" + i;
        inFuture(attestation.attestedOn(), today, pointer + "/attestedOn", faults);
        inFuture(attestation.filedOn(), today, pointer + "/filedOn", faults);
        if (Days.endsBefore(attestation.endedOn(), attestation.attestedOn())) {
            faults.add(
                    new Fault(pointer + "/endedOn", "BEFORE_ATTESTED", "is before the day from which it is attested"));
        }
        if (facilityId.equals(attestation.partnerFacilityId())) {
            faults.add(new Fault(pointer + "/partnerFacilityId", "ITSELF", "is the facility itself"));
        }
        if (attestations.subList(0, i).stream()
                .filter(earlier -> earlier.requirement().equals(attestation.requirement()))
                .anyMatch(earlier -> Days.overlap(
                        earlier.attestedOn(), earlier.endedOn(), attestation.attestedOn(), attestation.endedOn()))) {
            faults.add(new Fault(
                    pointer + "/requirement",
                    "OVERLAP",
                    "is attested twice for a day; end the earlier statement first"));
        }
    }

    private static void link(String facilityId, List<FacilityLink> links, int i, LocalDate today, List<Fault> faults) {
        var link = links.get(i);
        var pointer = "/links/" + i;
        inFuture(link.filedOn(), today, pointer + "/filedOn", faults);
        if (link.facilityId().equals(facilityId)) {
            faults.add(new Fault(pointer + "/facilityId", "ITSELF", "is the facility itself"));
        }
        if (Days.endsBefore(link.to(), link.from())) {
            faults.add(new Fault(pointer + "/to", "BEFORE_FROM", "is before the first day"));
        }
        if (links.subList(0, i).stream()
                .filter(earlier -> earlier.facilityId().equals(link.facilityId()) && earlier.kind() == link.kind())
                .anyMatch(earlier -> Days.overlap(earlier.from(), earlier.to(), link.from(), link.to()))) {
            faults.add(new Fault(
                    pointer + "/facilityId",
                    "OVERLAP",
                    "is linked twice in that way for a day; end the earlier one first"));
        }
    }

    private static void inFuture(@Nullable LocalDate day, LocalDate today, String pointer, List<Fault> faults) {
        if (day != null && day.isAfter(today)) {
            faults.add(new Fault(pointer, "IN_FUTURE", "is not a day that has come"));
        }
    }
}
