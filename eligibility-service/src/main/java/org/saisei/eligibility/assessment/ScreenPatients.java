package org.saisei.eligibility.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.saisei.eligibility.protocol.ProtocolCatalogue;

/**
 * A facility holds many records against a protocol's patient criteria at once, in retrospect. Keeps nothing, issues no
 * candidate and tells nobody.
 */
@ApplicationScoped
public class ScreenPatients {
    private final ProtocolCatalogue protocols;
    private final FacilityDays days;
    private final InstantSource clock;

    ScreenPatients(ProtocolCatalogue protocols, FacilityDays days, InstantSource clock) {
        this.protocols = protocols;
        this.days = days;
        this.clock = clock;
    }

    public Screening begin(String facilityId) {
        return new Screening(facilityId, protocols, days, clock);
    }
}
