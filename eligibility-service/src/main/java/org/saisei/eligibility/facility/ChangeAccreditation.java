package org.saisei.eligibility.facility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.saisei.eligibility.facility.Accreditation.Granted;
import org.saisei.eligibility.facility.AccreditationAct.Transition;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.time.RegulatoryDays;

/** A registrar suspends, resumes or withdraws a facility's accreditation from a day on. */
@ApplicationScoped
public class ChangeAccreditation {
    private final Facilities facilities;
    private final Accreditations accreditations;
    private final FacilityEvents events;
    private final ProtocolCatalogue protocols;
    private final AuditTrail audit;
    private final InstantSource clock;

    ChangeAccreditation(
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

    /**
     * @param from first day of the new state, past or to come
     * @param reason the registrar's words, for the facility and the auditor
     */
    public record Request(
            String facilityId,
            String protocol,
            AccreditationAct act,
            String documentNumber,
            LocalDate from,
            String reason) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Changed(Accreditation accreditation) implements Outcome {}

        record AlreadyRecorded(UUID accreditationId) implements Outcome {}

        /** No such facility, or it was never granted an accreditation under the protocol. */
        record NotThere() implements Outcome {}

        /** The state in which it stands does not let itself be changed so. */
        record NotFromState(AccreditationState state, LocalDate since) implements Outcome {}

        record Contradictory(Fault fault) implements Outcome {}

        /** @param verdicts on every facility requirement as of the day of resumption */
        record RequirementsNotMet(List<Judged> verdicts) implements Outcome {
            public RequirementsNotMet {
                verdicts = List.copyOf(verdicts);
            }
        }
    }

    @Transactional
    public Outcome change(Actor actor, Request request) {
        var facility = facilities.lockForChange(request.facilityId()).orElse(null);
        if (facility == null) {
            return new Outcome.NotThere();
        }
        var recorded = accreditations.changedUnder(request.facilityId(), request.documentNumber());
        if (recorded.isPresent()) {
            return new Outcome.AlreadyRecorded(recorded.get());
        }
        var record = FacilityRecord.of(facility, facilities);
        var granted = accreditations.granted(request.facilityId()).stream()
                .filter(accreditation -> accreditation.terms().protocol().equals(request.protocol()))
                .map(accreditation -> lapsed(accreditation, record, request.from()))
                .toList();
        if (granted.isEmpty()) {
            return new Outcome.NotThere();
        }
        var accreditation = Accreditation.standing(granted, request.from()).orElseGet(granted::getLast);
        return switch (request.act().of(accreditation, request.from())) {
            case Transition.NotFrom(var state, var since) -> new Outcome.NotFromState(state, since);
            case Transition.OutsidePeriod o ->
                new Outcome.Contradictory(
                        new Fault("/from", "OUTSIDE_PERIOD", "is not a day of the accreditation's period"));
            case Transition.ResumedFrom(var day) ->
                new Outcome.Contradictory(new Fault(
                        "/from",
                        "RESUMED_LATER",
                        "is before a resumption from " + day + ", which would end the suspension; suspend from " + day
                                + " first, then from this day"));
            case Transition.Allowed a ->
                request.act()
                        .undoneFrom(granted, request.from())
                        .<Outcome>map(first -> new Outcome.Contradictory(followed(request.act(), first)))
                        .orElseGet(() -> change(actor, request, accreditation, record));
        };
    }

    private Outcome change(Actor actor, Request request, Granted accreditation, FacilityRecord record) {
        var protocol = protocol(accreditation);
        if (request.act() == AccreditationAct.RESUMPTION) {
            var verdicts = Judge.all(protocol.facilityCriteria(), record.on(request.from()));
            if (!Accreditation.notMet(verdicts).isEmpty()) {
                return new Outcome.RequirementsNotMet(verdicts);
            }
        }
        var now = accreditation.with(new AccreditationChange(
                request.act().leadsTo(),
                request.from(),
                List.of(),
                request.documentNumber(),
                request.reason(),
                null,
                clock.instant()));
        accreditations.keepChange(now);
        events.accreditationChanged(
                now, FacilityProfile.of(protocol, record.on(now.terms().nearest(RegulatoryDays.today(clock)))));
        audit.wrote(
                actor,
                request.act().action(),
                "accreditation",
                now.terms().accreditationId().toString(),
                request.reason(),
                accreditation,
                now);
        return new Outcome.Changed(accreditations
                .find(request.facilityId(), now.terms().accreditationId())
                .orElseThrow());
    }

    private static Fault followed(AccreditationAct act, LocalDate first) {
        var ended = act == AccreditationAct.SUSPENSION ? "suspended or withdrawn" : "withdrawn";
        return new Fault(
                "/from",
                "FOLLOWED",
                "the accreditation that begins on " + first + " would stand all the same: it has to be " + ended
                        + " first, from that day on");
    }

    /**
     * With the lapse by the day of the change, due or foreseen; it ends what the change would be made to. Of one that begins
     * later, with the lapse by its first day.
     */
    private Granted lapsed(Granted accreditation, FacilityRecord record, LocalDate from) {
        var first = accreditation.terms().from();
        return Lapse.foreseen(
                accreditation, protocol(accreditation).facilityCriteria(), record, first.isAfter(from) ? first : from);
    }

    /** The version under which it was granted, which stays as long as its decisions may be judged again. */
    private Protocol protocol(Granted accreditation) {
        var terms = accreditation.terms();
        return protocols.version(terms.protocol(), terms.protocolVersion()).orElseThrow();
    }
}
