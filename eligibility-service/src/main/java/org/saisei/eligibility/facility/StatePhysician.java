package org.saisei.eligibility.facility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.time.RegulatoryDays;

/**
 * A facility states a physician's training, experience and placements. Where that changes who may be responsible for a
 * treatment, every accreditation it touches is told anew.
 */
@ApplicationScoped
public class StatePhysician {
    private final Facilities facilities;
    private final Accreditations accreditations;
    private final FacilityEvents events;
    private final ProtocolCatalogue protocols;
    private final AuditTrail audit;
    private final InstantSource clock;

    StatePhysician(
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

    /** @param expected the version seen, null if there should be none yet */
    @Transactional
    public FacilityOutcome<FacilityPhysician> state(
            Actor actor, String facilityId, Physician physician, @Nullable Long expected) {
        var unknown = unknownProtocols(physician);
        if (!unknown.isEmpty()) {
            return new FacilityOutcome.Invalid<>(unknown);
        }
        var untrue = contradictions(physician, RegulatoryDays.today(clock));
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
        tellAccreditations(facility, staff);
        return before == null ? new FacilityOutcome.Created<>(now) : new FacilityOutcome.Changed<>(now);
    }

    private void tellAccreditations(Facility facility, List<FacilityPhysician> staffBefore) {
        var staffNow = facilities.physicians(facility.facilityId());
        for (var accreditation : accreditations.accredited(facility.facilityId())) {
            var before = profile(accreditation, facility, staffBefore);
            var now = profile(accreditation, facility, staffNow);
            if (!before.equals(now)) {
                now.ifPresent(told -> events.accreditationChanged(accreditation, told));
            }
        }
    }

    private Optional<FacilityProfile> profile(
            Accreditation.Accredited accreditation, Facility facility, List<FacilityPhysician> staff) {
        var terms = accreditation.terms();
        return protocols
                .version(terms.protocol(), terms.protocolVersion())
                .map(protocol -> FacilityProfile.of(
                        protocol,
                        new FacilityOnDay(
                                facility.attestations(),
                                facility.links(),
                                staff.stream().map(FacilityPhysician::physician).toList(),
                                terms.nearest(RegulatoryDays.today(clock)))));
    }

    private List<Fault> unknownProtocols(Physician physician) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < physician.placements().size(); i++) {
            if (!protocols.knows(physician.placements().get(i).protocol())) {
                faults.add(new Fault("/placements/" + i + "/protocol", "UNKNOWN_PROTOCOL", "is not a protocol here"));
            }
        }
        return faults;
    }

    private static List<Fault> contradictions(Physician physician, LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (physician.licensedOn().isAfter(today)) {
            faults.add(new Fault("/licensedOn", "IN_FUTURE", "is not a day that has come"));
        }
        var trained = physician.productTrainingCompletedOn();
        if (trained != null && trained.isAfter(today)) {
            faults.add(new Fault("/productTrainingCompletedOn", "IN_FUTURE", "is not a day that has come"));
        }
        physician.trainingYears().forEach((specialty, years) -> {
            var whole = years.setScale(0, RoundingMode.FLOOR).intValueExact();
            if (physician.licensedOn().plusYears(whole).isAfter(today)) {
                faults.add(new Fault(
                        "/training", "BEFORE_LICENSING", specialty + ": more years than have passed since licensing"));
            }
        });
        for (var i = 0; i < physician.placements().size(); i++) {
            var placement = physician.placements().get(i);
            var to = placement.to();
            if (to != null && to.isBefore(placement.from())) {
                faults.add(new Fault("/placements/" + i + "/to", "BEFORE_FROM", "is before the first day"));
            }
        }
        return faults;
    }
}
