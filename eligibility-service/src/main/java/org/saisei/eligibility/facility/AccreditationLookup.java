package org.saisei.eligibility.facility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.Verdict;

/**
 * What stands about a facility's accreditation on a day: the accreditation whose period includes it, held against the
 * facility's record as it is now. An accreditation whose requirements that record no longer shows is not in force.
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
            return new AccreditationOnDay(null, null, null, List.of(), List.of());
        }
        var physicians = facilities.physicians(facilityId).stream()
                .map(FacilityPhysician::physician)
                .toList();
        var responsible = protocol.responsiblePhysicians(physicians).stream()
                .filter(physician -> physician.on(day))
                .toList();
        var standing = standing(facilityId, protocol, day);
        if (standing.isEmpty()) {
            return new AccreditationOnDay(null, null, null, List.of(), responsible);
        }
        var notMet =
                Judge.all(protocol.facilityCriteria(), new FacilityOnDay(facility.attestations(), physicians, day))
                        .stream()
                        .filter(judged -> judged.verdict() != Verdict.MET && judged.verdict() != Verdict.NOT_APPLICABLE)
                        .map(Judged::criterion)
                        .toList();
        var terms = standing.get().terms();
        return new AccreditationOnDay(
                terms.accreditationId().toString(), terms.from(), terms.to(), notMet, responsible);
    }

    private Optional<Accreditation.Accredited> standing(String facilityId, Protocol protocol, LocalDate day) {
        return accreditations.accredited(facilityId).stream()
                .filter(accreditation -> accreditation.terms().protocol().equals(protocol.id()))
                .filter(accreditation -> accreditation.terms().covers(day))
                .findFirst();
    }
}
