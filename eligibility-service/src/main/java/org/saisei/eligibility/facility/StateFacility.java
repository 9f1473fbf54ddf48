package org.saisei.eligibility.facility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.time.RegulatoryDays;

/** A facility states its name and what it attests. */
@ApplicationScoped
public class StateFacility {
    private final Facilities facilities;
    private final ProtocolCatalogue protocols;
    private final AuditTrail audit;
    private final InstantSource clock;

    StateFacility(Facilities facilities, ProtocolCatalogue protocols, AuditTrail audit, InstantSource clock) {
        this.facilities = facilities;
        this.protocols = protocols;
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
        var unknown = unknownRequirements(attestations);
        if (!unknown.isEmpty()) {
            return new FacilityOutcome.Invalid<>(unknown);
        }
        var untrue = untrueDays(attestations, RegulatoryDays.today(clock));
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
        return new FacilityOutcome.Changed<>(now);
    }

    private List<Fault> unknownRequirements(List<Attestation> attestations) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        for (var i = 0; i < attestations.size(); i++) {
            var pointer = "/attestations/" + i + "/requirement";
            var requirement = attestations.get(i).requirement();
            if (protocols.attestable(requirement).isEmpty()) {
                faults.add(new Fault(
                        pointer,
                        "UNKNOWN_REQUIREMENT",
                        "is not the rule id of a facility requirement that is attested"));
            } else if (!seen.add(requirement)) {
                faults.add(new Fault(pointer, "UNIQUE", "is attested twice"));
            }
        }
        return faults;
    }

    private static List<Fault> untrueDays(List<Attestation> attestations, LocalDate today) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < attestations.size(); i++) {
            var attestation = attestations.get(i);
            if (attestation.attestedOn().isAfter(today)) {
                faults.add(new Fault("/attestations/" + i + "/attestedOn", "IN_FUTURE", "is not a day that has come"));
            }
            var filedOn = attestation.filedOn();
            if (filedOn != null && filedOn.isAfter(today)) {
                faults.add(new Fault("/attestations/" + i + "/filedOn", "IN_FUTURE", "is not a day that has come"));
            }
        }
        return faults;
    }
}
