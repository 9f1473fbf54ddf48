package org.saisei.eligibility.facility;

/** Tells the world about facilities, in the running transaction. */
public interface FacilityEvents {

    void accreditationChanged(Accreditation accreditation, FacilityProfile facility);
}
