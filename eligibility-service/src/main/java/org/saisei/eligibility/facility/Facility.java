package org.saisei.eligibility.facility;

import java.util.List;
import org.saisei.eligibility.protocol.Attestation;

/**
 * A hospital (施設 / 医療機関) as it states itself.
 *
 * @param attestations at most one for each requirement
 * @param version counts from 1, up with every change
 */
public record Facility(String facilityId, String name, List<Attestation> attestations, long version) {

    public Facility {
        attestations = List.copyOf(attestations);
    }

    Facility changed(String newName, List<Attestation> newAttestations) {
        return new Facility(facilityId, newName, newAttestations, version + 1);
    }
}
