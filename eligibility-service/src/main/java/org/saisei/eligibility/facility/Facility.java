package org.saisei.eligibility.facility;

import java.util.List;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.FacilityLink;

/**
 * A hospital (施設 / 医療機関) as it states itself.
 *
 * @param attestations for each requirement any number, of which no two share a day
 * @param links other facilities that this one works together with
 * @param version counts from 1, up with every change
 */
public record Facility(
        String facilityId, String name, List<Attestation> attestations, List<FacilityLink> links, long version) {

    public Facility {
        attestations = List.copyOf(attestations);
        links = List.copyOf(links);
    }

    Facility changed(String newName, List<Attestation> newAttestations, List<FacilityLink> newLinks) {
        return new Facility(facilityId, newName, newAttestations, newLinks, version + 1);
    }
}
