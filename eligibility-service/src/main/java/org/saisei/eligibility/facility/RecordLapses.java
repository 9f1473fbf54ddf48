package org.saisei.eligibility.facility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.time.RegulatoryDays;

/**
 * Records and tells that accreditations have lapsed, once the day has come. From then on a lapse stands, whatever the
 * facility's record says later.
 */
@ApplicationScoped
class RecordLapses {
    private static final Actor SELF = Actor.service("eligibility-service");

    private final Facilities facilities;
    private final Accreditations accreditations;
    private final FacilityEvents events;
    private final ProtocolCatalogue protocols;
    private final AuditTrail audit;
    private final InstantSource clock;

    RecordLapses(
            Facilities facilities,
            Accreditations accreditations,
            FacilityEvents events,
            ProtocolCatalogue protocols,
            AuditTrail audit,
            InstantSource clock) {
        this.facilities = facilities;
        this.accreditations = accreditations;
        this.events = events;
        this.protocols = protocols;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that are due, in a transaction of their own. The facility is locked only if there are any. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void ofFacility(String facilityId) {
        var seen = facilities.find(facilityId);
        if (seen.isPresent() && !due(seen.get()).isEmpty()) {
            facilities.lockForChange(facilityId).ifPresent(this::inTransaction);
        }
    }

    /**
     * Those that are due, in the running transaction, which has locked the facility for change.
     *
     * @return each as it is from then on
     */
    List<Accreditation.Granted> inTransaction(Facility facility) {
        var now = clock.instant();
        var recorded = new ArrayList<Accreditation.Granted>();
        for (var due : due(facility)) {
            var lapsed = due.before().with(due.lapse().recorded(now));
            accreditations.keepChange(lapsed);
            events.accreditationChanged(
                    lapsed,
                    FacilityProfile.of(
                            due.protocol(), due.record().on(lapsed.terms().nearest(RegulatoryDays.of(now)))));
            audit.wrote(
                    SELF,
                    "lapseAccreditation",
                    "accreditation",
                    lapsed.terms().accreditationId().toString(),
                    null,
                    due.before(),
                    lapsed);
            recorded.add(lapsed);
        }
        return recorded;
    }

    private record Due(
            Accreditation.Granted before, AccreditationChange lapse, Protocol protocol, FacilityRecord record) {}

    private List<Due> due(Facility facility) {
        var record = FacilityRecord.of(facility, facilities);
        var today = RegulatoryDays.today(clock);
        return accreditations.granted(facility.facilityId()).stream()
                .flatMap(accreditation -> protocols
                        .version(
                                accreditation.terms().protocol(),
                                accreditation.terms().protocolVersion())
                        .flatMap(protocol -> Lapse.first(accreditation, protocol.facilityCriteria(), record, today)
                                .map(lapse -> new Due(accreditation, lapse, protocol, record)))
                        .stream())
                .toList();
    }
}
