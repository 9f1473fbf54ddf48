package org.saisei.eligibility.facility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.id.Ids;
import org.saisei.kit.time.RegulatoryDays;

/**
 * A registrar has a facility judged against a protocol's facility requirements as of a first day. Whatever comes of it is
 * kept and told. Being accredited takes the place of earlier accreditations under that protocol from the first day on:
 * one that began before ends on the day before; one that would begin later is withdrawn. One that has lapsed or was
 * withdrawn stays as it is.
 */
@ApplicationScoped
public class AccreditFacility {
    private final Facilities facilities;
    private final Accreditations accreditations;
    private final FacilityEvents events;
    private final ProtocolCatalogue protocols;
    private final RecordLapses lapses;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    AccreditFacility(
            Facilities facilities,
            Accreditations accreditations,
            FacilityEvents events,
            ProtocolCatalogue protocols,
            RecordLapses lapses,
            AuditTrail audit,
            Ids ids,
            InstantSource clock) {
        this.facilities = facilities;
        this.accreditations = accreditations;
        this.events = events;
        this.protocols = protocols;
        this.lapses = lapses;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param from first day
     * @param to last day, included; null if open
     */
    public record Request(
            String facilityId,
            String documentNumber,
            String protocol,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Decided(Accreditation accreditation) implements Outcome {}

        record AlreadyRecorded(UUID accreditationId) implements Outcome {}

        record UnknownFacility() implements Outcome {}

        record Invalid(Fault fault) implements Outcome {}

        record Contradictory(Fault fault) implements Outcome {}
    }

    @Transactional
    public Outcome accredit(Actor actor, Request request) {
        var to = request.to();
        if (to != null && to.isBefore(request.from())) {
            return new Outcome.Contradictory(new Fault("/to", "BEFORE_FROM", "is before the first day"));
        }
        if (!protocols.knows(request.protocol())) {
            return new Outcome.Invalid(new Fault("/protocol", "UNKNOWN_PROTOCOL", "is not a protocol here"));
        }
        var protocol = protocols.inForce(request.protocol(), request.from()).orElse(null);
        if (protocol == null) {
            return new Outcome.Contradictory(
                    new Fault("/from", "BEFORE_PROTOCOL", "is before the protocol's first version took effect"));
        }
        var facility = facilities.lockForChange(request.facilityId()).orElse(null);
        if (facility == null) {
            return new Outcome.UnknownFacility();
        }
        var recorded = accreditations.recordedUnder(request.facilityId(), request.documentNumber());
        if (recorded.isPresent()) {
            return new Outcome.AlreadyRecorded(recorded.get());
        }
        lapses.inTransaction(facility);
        var record = FacilityRecord.of(facility, facilities);
        var now = clock.instant();
        var firstDay = record.on(request.from());
        var decided = Accreditation.decide(new Accreditation.Terms(
                ids.next(),
                request.facilityId(),
                request.documentNumber(),
                protocol.id(),
                protocol.version(),
                request.from(),
                to,
                Judge.all(protocol.facilityCriteria(), firstDay),
                Judge.all(protocol.otherFacilityCriteria(), firstDay),
                PhysicianVerdicts.of(protocol, firstDay),
                now));
        var profile = FacilityProfile.of(protocol, record.on(decided.terms().nearest(RegulatoryDays.of(now))));
        var earlier = accreditations.granted(request.facilityId()).stream()
                .filter(granted -> granted.terms().protocol().equals(protocol.id()))
                .filter(granted -> granted.sharesADayWith(request.from(), to))
                .toList();
        if (decided instanceof Accreditation.Granted) {
            var longer = earlier.stream()
                    .filter(granted -> lastsLonger(granted.terms().to(), to))
                    .findFirst();
            if (longer.isPresent()) {
                return new Outcome.Contradictory(new Fault(
                        "/to",
                        "CUTS_SHORT",
                        "is before the last day of the accreditation "
                                + longer.get().terms().accreditationId()
                                + ", which it would end for good; leave the last day open, or withdraw that one"));
            }
        }
        accreditations.add(decided);
        if (decided instanceof Accreditation.Granted granted) {
            replace(actor, earlier, granted, profile, now);
        }
        events.accreditationChanged(decided, profile);
        audit.wrote(
                actor,
                "accreditFacility",
                "accreditation",
                decided.terms().accreditationId().toString(),
                null,
                null,
                decided);
        // of one that begins in the past, a ground may have ended since
        lapses.inTransaction(facility);
        return new Outcome.Decided(accreditations
                .find(request.facilityId(), decided.terms().accreditationId())
                .orElseThrow());
    }

    private void replace(
            Actor actor,
            List<Accreditation.Granted> candidates,
            Accreditation.Granted by,
            FacilityProfile profile,
            Instant now) {
        for (var earlier : candidates) {
            var replaced = replaced(earlier, by, now);
            events.accreditationChanged(replaced, profile);
            audit.wrote(
                    actor,
                    "replaceAccreditation",
                    "accreditation",
                    replaced.terms().accreditationId().toString(),
                    null,
                    earlier,
                    replaced);
        }
    }

    private static boolean lastsLonger(@Nullable LocalDate last, @Nullable LocalDate other) {
        return other != null && (last == null || last.isAfter(other));
    }

    private Accreditation.Granted replaced(Accreditation.Granted earlier, Accreditation.Granted by, Instant now) {
        if (earlier.terms().from().isBefore(by.terms().from())) {
            var ended = earlier.replacedFrom(by.terms().from());
            accreditations.keepPeriod(ended);
            return ended;
        }
        var withdrawn = earlier.with(AccreditationChange.replacement(
                earlier.terms().from(), by.terms().accreditationId(), now));
        accreditations.keepChange(withdrawn);
        return withdrawn;
    }
}
