package org.saisei.eligibility.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.saisei.eligibility.facility.AccreditationLookup;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.ParameterValues;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.Protocol;

/** What holds for all patients of a facility on a day, each looked up in a transaction of its own. */
@ApplicationScoped
class FacilityDays {
    private final AccreditationLookup accreditations;
    private final ParameterValues values;

    FacilityDays(AccreditationLookup accreditations, ParameterValues values) {
        this.accreditations = accreditations;
        this.values = values;
    }

    record FacilityDay(AccreditationOnDay accreditation, Parameters parameters) {}

    @Transactional
    FacilityDay on(String facilityId, Protocol protocol, LocalDate day) {
        return new FacilityDay(accreditations.on(facilityId, protocol, day), values.on(protocol, day));
    }
}
