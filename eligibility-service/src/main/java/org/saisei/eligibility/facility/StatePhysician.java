package org.saisei.eligibility.facility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.time.RegulatoryDays;

/**
 * A facility states a physician's training, experience and placements. Where that changes who may be responsible for a
 * treatment, every accreditation it touches is told anew; one that it leaves without a ground lapses.
 */
@ApplicationScoped
public class StatePhysician {
    private final Facilities facilities;
    private final ProtocolCatalogue protocols;
    private final RecordLapses lapses;
    private final TellAccreditations tellAccreditations;
    private final AuditTrail audit;
    private final InstantSource clock;

    StatePhysician(
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
    public FacilityOutcome<FacilityPhysician> state(
            Actor actor, String facilityId, Physician physician, @Nullable Long expected) {
        var unknown = PhysicianFaults.unknown(physician, protocols);
        if (!unknown.isEmpty()) {
            return new FacilityOutcome.Invalid<>(unknown);
        }
        var untrue = PhysicianFaults.untrue(physician, RegulatoryDays.today(clock));
        if (!untrue.isEmpty()) {
            return new FacilityOutcome.Contradictory<>(untrue);
        }
        var facility = facilities.lockForChange(facilityId).orElse(null);
        if (facility == null) {
            return new FacilityOutcome.UnknownFacility<>();
        }
        var staff = facilities.physicians(facilityId);
        var before = staff.stream()
                .filter(known -> known.physician().physicianId().equals(physician.physicianId()))
                .findFirst()
                .orElse(null);
        if (before == null ? expected != null : expected == null || before.version() != expected) {
            return new FacilityOutcome.Stale<>();
        }
        var unfitting = PhysicianFaults.unfitting(
                physician, staff.stream().map(FacilityPhysician::physician).toList());
        if (!unfitting.isEmpty()) {
            return new FacilityOutcome.Contradictory<>(unfitting);
        }
        FacilityPhysician now;
        if (before == null) {
            now = new FacilityPhysician(facilityId, physician, 1);
            facilities.add(now);
        } else {
            now = before.changed(physician);
            facilities.update(now);
        }
        audit.wrote(
                actor, "statePhysician", "physician", facilityId + "/" + physician.physicianId(), null, before, now);
        var lapsed = lapses.inTransaction(facility);
        tellAccreditations.ofChange(
                new FacilityRecord(
                        facility,
                        staff.stream().map(FacilityPhysician::physician).toList()),
                FacilityRecord.of(facility, facilities));
        return before == null ? new FacilityOutcome.Created<>(now) : new FacilityOutcome.Changed<>(now, lapsed);
    }
}
