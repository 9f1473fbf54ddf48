package org.saisei.eligibility.facility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.kit.time.RegulatoryDays;

/** Tells anew of accreditations that stand, where a statement changes what is told along with them. */
@ApplicationScoped
class TellAccreditations {
    private final Accreditations accreditations;
    private final FacilityEvents events;
    private final ProtocolCatalogue protocols;
    private final InstantSource clock;

    TellAccreditations(
            Accreditations accreditations, FacilityEvents events, ProtocolCatalogue protocols, InstantSource clock) {
        this.accreditations = accreditations;
        this.events = events;
        this.protocols = protocols;
        this.clock = clock;
    }

    /** In the running transaction, which has locked the facility for change. */
    void ofChange(FacilityRecord before, FacilityRecord now) {
        var today = RegulatoryDays.today(clock);
        for (var accreditation : accreditations.granted(now.facility().facilityId())) {
            var told = profile(accreditation, now);
            var ended = accreditation.end().filter(end -> !end.from().isAfter(today));
            if (ended.isEmpty() && !told.equals(profile(accreditation, before))) {
                told.ifPresent(profile -> events.accreditationChanged(accreditation, profile));
            }
        }
    }

    private Optional<FacilityProfile> profile(Accreditation.Granted accreditation, FacilityRecord record) {
        var terms = accreditation.terms();
        return protocols
                .version(terms.protocol(), terms.protocolVersion())
                .map(protocol -> FacilityProfile.of(protocol, record.on(terms.nearest(RegulatoryDays.today(clock)))));
    }
}
