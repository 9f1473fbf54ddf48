package org.saisei.eligibility.facility;

import java.util.List;
import java.util.Optional;

/** Where facilities and their physicians are kept. */
public interface Facilities {

    Optional<Facility> find(String facilityId);

    /** Holds the facility, its physicians and accreditations against other changes until the transaction ends. */
    Optional<Facility> lockForChange(String facilityId);

    /** Holds them against changes, but not against others who only look. */
    Optional<Facility> lockForReading(String facilityId);

    /** @return false if there is one already */
    boolean add(Facility facility);

    void update(Facility facility);

    /** In order of their ids. */
    List<FacilityPhysician> physicians(String facilityId);

    Optional<FacilityPhysician> physician(String facilityId, String physicianId);

    /** The facility must be locked for change. */
    void add(FacilityPhysician physician);

    void update(FacilityPhysician physician);
}
