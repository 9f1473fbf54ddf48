package org.saisei.eligibility.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.facility.AccreditationLookup;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.ParameterValues;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.PriorityRule;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.waiting.RankedCandidates.Position;
import org.saisei.eligibility.waiting.RankedCandidates.Query;
import org.saisei.eligibility.waiting.RankedCandidates.Ranked;
import org.saisei.kit.time.RegulatoryDays;

/** Somebody looks at a protocol's waiting list. */
@ApplicationScoped
public class ReadWaitingList {
    private final ProtocolCatalogue protocols;
    private final ParameterValues values;
    private final AccreditationLookup accreditations;
    private final RankedCandidates candidates;
    private final InstantSource clock;

    ReadWaitingList(
            ProtocolCatalogue protocols,
            ParameterValues values,
            AccreditationLookup accreditations,
            RankedCandidates candidates,
            InstantSource clock) {
        this.protocols = protocols;
        this.values = values;
        this.accreditations = accreditations;
        this.candidates = candidates;
        this.clock = clock;
    }

    /**
     * @param on null for today
     * @param facilityId whose places are shown; null for every facility's
     */
    public record Request(
            String protocol,
            @Nullable LocalDate on,
            @Nullable String facilityId,
            @Nullable Position after,
            int limit) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * @param ours what of the rule is ours on that day; null if nothing
         * @param parameters the values of those that the rule reads, by code
         * @param length of the whole list
         */
        record Listed(
                String protocol,
                String protocolVersion,
                CriterionInfo rule,
                @Nullable Text ours,
                Map<String, BigDecimal> parameters,
                LocalDate on,
                int length,
                List<Place> places)
                implements Outcome {
            public Listed {
                places = List.copyOf(places);
            }
        }

        record UnknownProtocol() implements Outcome {}

        /** The protocol ranks nobody. */
        record NoPriorityRule() implements Outcome {}

        record InFuture() implements Outcome {}

        record BeforeProtocol() implements Outcome {}
    }

    /** A candidate's place, and why it is that one. */
    public record Place(Ranked ranked, PriorityRule.Reason reason) {}

    public Outcome read(Request request) {
        if (!protocols.knows(request.protocol())) {
            return new Outcome.UnknownProtocol();
        }
        var today = RegulatoryDays.today(clock);
        var on = request.on() == null ? today : request.on();
        if (on.isAfter(today)) {
            return new Outcome.InFuture();
        }
        var protocol = protocols.inForce(request.protocol(), on).orElse(null);
        if (protocol == null) {
            return new Outcome.BeforeProtocol();
        }
        return protocol.priority()
                .<Outcome>map(rule -> listed(protocol, rule, on, request))
                .orElseGet(Outcome.NoPriorityRule::new);
    }

    private Outcome.Listed listed(Protocol protocol, PriorityRule rule, LocalDate on, Request request) {
        var parameters = values.on(protocol, on);
        var assessedFrom = on.minusDays(rule.keptForDays(parameters).longValueExact());
        var section = candidates.read(new Query(
                protocol.id(),
                rule.stage(),
                on,
                assessedFrom,
                names(rule.groupedBy()),
                rule.groups(parameters),
                names(rule.since()),
                notTreating(protocol, rule, assessedFrom, on),
                request.facilityId(),
                request.after(),
                request.limit()));
        var places = section.ranked().stream()
                .map(ranked -> new Place(ranked, reason(rule, ranked, on, parameters)))
                .toList();
        return new Outcome.Listed(
                protocol.id(),
                protocol.version(),
                rule.info(),
                parameters.ours(rule.info().ours(), rule.parameters()),
                parameters.of(rule.parameters()),
                on,
                section.length(),
                places);
    }

    /** What is given out would reach them in vain: their accreditation is known not to be in force on the day. */
    private List<String> notTreating(Protocol protocol, PriorityRule rule, LocalDate assessedFrom, LocalDate on) {
        return candidates.facilities(protocol.id(), rule.stage(), assessedFrom, on).stream()
                .filter(facility -> accreditations.on(facility, protocol, on).knownNotInForce())
                .toList();
    }

    private static PriorityRule.Reason reason(PriorityRule rule, Ranked ranked, LocalDate on, Parameters parameters) {
        return rule.reason(new PriorityRule.Place(ranked.code(), ranked.since(), on), parameters);
    }

    private static List<String> names(Fact<?> fact) {
        return List.of(fact.path().split("\\.", -1));
    }
}
