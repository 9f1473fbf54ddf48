package org.saisei.eligibility.facility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Protocol;

/**
 * What stands about a facility's accreditation on a day: the accreditation whose period includes it, held against the
 * facility's record as it is now. An accreditation that rests on a requirement no longer met is not in force; whether one
 * of which the record no longer says enough is met is not known.
 */
@ApplicationScoped
public class AccreditationLookup {
    private final Facilities facilities;
    private final Accreditations accreditations;

    AccreditationLookup(Facilities facilities, Accreditations accreditations) {
        this.facilities = facilities;
        this.accreditations = accreditations;
    }

    /** Holds the facility's record until the running transaction ends, so that what is read stays true that long. */
    public AccreditationOnDay on(String facilityId, Protocol protocol, LocalDate day) {
        var facility = facilities.lockForReading(facilityId).orElse(null);
        if (facility == null) {
            return AccreditationOnDay.none();
        }
        var physicians = facilities.physicians(facilityId).stream()
                .map(FacilityPhysician::physician)
                .toList();
        var terms = standing(facilityId, protocol, day)
                .map(Accreditation.Accredited::terms)
                .orElse(null);
        return AccreditationOnDay.of(
                terms == null ? null : terms.accreditationId().toString(),
                terms == null ? null : terms.from(),
                terms == null ? null : terms.to(),
                terms == null ? null : AccreditationState.ACCREDITED,
                protocol,
                new FacilityOnDay(facility.attestations(), facility.links(), physicians, day));
    }

    private Optional<Accreditation.Accredited> standing(String facilityId, Protocol protocol, LocalDate day) {
        return accreditations.accredited(facilityId).stream()
                .filter(accreditation -> accreditation.terms().protocol().equals(protocol.id()))
                .filter(accreditation -> accreditation.terms().covers(day))
                .findFirst();
    }
}
