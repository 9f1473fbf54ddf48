package org.saisei.eligibility.facility;

import org.saisei.eligibility.protocol.Physician;

/** @param version counts from 1, up with every change */
public record FacilityPhysician(String facilityId, Physician physician, long version) {

    FacilityPhysician changed(Physician now) {
        return new FacilityPhysician(facilityId, now, version + 1);
    }
}
