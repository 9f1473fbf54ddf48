package org.saisei.eligibility.facility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.time.RegulatoryDays;

/**
 * A facility states its name, what it attests, and whom it works with. Where that changes what is told along with an
 * accreditation, it is told anew; one that it leaves without a ground lapses.
 */
@ApplicationScoped
public class StateFacility {
    private final Facilities facilities;
    private final ProtocolCatalogue protocols;
    private final RecordLapses lapses;
    private final TellAccreditations tellAccreditations;
    private final AuditTrail audit;
    private final InstantSource clock;

    StateFacility(
            Facilities facilities,
            ProtocolCatalogue protocols,
            RecordLapses lapses,
            TellAccreditations tellAccreditations,
            AuditTrail audit,
            InstantSource clock) {
        this.facilities = facilities;
        this.protocols = protocols;
        this.lapses = lapses;
        this.tellAccreditations = tellAccreditations;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version seen, null if there should be none yet */
    @Transactional
    public FacilityOutcome<Facility> state(
            Actor actor,
            String facilityId,
            String name,
            List<Attestation> attestations,
            List<FacilityLink> links,
            @Nullable Long expected) {
        var unknown = FacilityFaults.unknown(attestations, protocols);
        if (!unknown.isEmpty()) {
            return new FacilityOutcome.Invalid<>(unknown);
        }
        var untrue = FacilityFaults.untrue(facilityId, attestations, links, RegulatoryDays.today(clock));
        if (!untrue.isEmpty()) {
            return new FacilityOutcome.Contradictory<>(untrue);
        }
        if (expected == null) {
            var created = new Facility(facilityId, name, attestations, links, 1);
            if (!facilities.add(created)) {
                return new FacilityOutcome.Stale<>();
            }
            audit.wrote(actor, "stateFacility", "facility", facilityId, null, null, created);
            return new FacilityOutcome.Created<>(created);
        }
        var before = facilities.lockForChange(facilityId).orElse(null);
        if (before == null || before.version() != expected) {
            return new FacilityOutcome.Stale<>();
        }
        var now = before.changed(name, attestations, links);
        facilities.update(now);
        audit.wrote(actor, "stateFacility", "facility", facilityId, null, before, now);
        var lapsed = lapses.inTransaction(now);
        tellAccreditations.ofChange(FacilityRecord.of(before, facilities), FacilityRecord.of(now, facilities));
        return new FacilityOutcome.Changed<>(now, lapsed);
    }
}
