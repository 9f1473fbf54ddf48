package org.saisei.registry.treatment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saisei.kit.id.Ids;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.protocol.Protocols;
import org.saisei.registry.treatment.Weighing.Observed;

/**
 * Brings a subject's deviations up to its facts: adds what is now outside a rule, withdraws what no longer is. The caller
 * holds the subject's row and has stored the facts.
 */
@ApplicationScoped
public class ReviewDeviations {
    private final Facts facts;
    private final Deviations deviations;
    private final Ids ids;
    private final InstantSource clock;

    ReviewDeviations(Facts facts, Deviations deviations, Ids ids, InstantSource clock) {
        this.facts = facts;
        this.deviations = deviations;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param added new ones, to be told to the safety side, each with its fact's document number
     * @param withdrawn what no longer is outside a rule
     * @param standing all that stand now, the added ones included
     */
    public record Outcome(List<Added> added, List<Deviation> withdrawn, List<Deviation> standing) {
        /** A new deviation and the document number of the fact it is against. */
        public record Added(Deviation deviation, String documentNumber) {}

        public Outcome {
            added = List.copyOf(added);
            withdrawn = List.copyOf(withdrawn);
            standing = List.copyOf(standing);
        }

        public boolean changedAnything() {
            return !added.isEmpty() || !withdrawn.isEmpty();
        }

        /** Ids of those that stood before. */
        public List<UUID> before() {
            var fresh = added.stream().map(Added::deviation).toList();
            return Stream.concat(standing.stream().filter(deviation -> !fresh.contains(deviation)), withdrawn.stream())
                    .map(Deviation::deviationId)
                    .toList();
        }

        /** Ids of those that stand now. */
        public List<UUID> after() {
            return standing.stream().map(Deviation::deviationId).toList();
        }

        /** Those that stand against one version of a fact. */
        public List<Deviation> against(UUID factId) {
            return standing.stream()
                    .filter(deviation -> deviation.factId().equals(factId))
                    .toList();
        }

        List<String> rulesAgainst(UUID factId) {
            return against(factId).stream()
                    .map(deviation -> deviation.finding().ruleId())
                    .distinct()
                    .toList();
        }
    }

    /** @param withoutDecision facts newly recorded while no eligible decision was known */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome review(Subject subject, Set<UUID> withoutDecision) {
        var protocol = Protocols.of(subject.protocol());
        var history = new TreatmentHistory(facts.of(subject.subjectId()));
        var lotsOfOthers = facts.recordedByOthers(subject.subjectId(), history.lots());
        var known = deviations.of(subject.subjectId()).stream()
                .filter(Deviation::stands)
                .toList();
        var decisionRule = protocol.treatedWithoutDecision().ruleId();
        var carried = carried(history, known, decisionRule);
        var observed = new Weighing(protocol, subject.injuryDate(), history, lotsOfOthers)
                .observed(Stream.concat(withoutDecision.stream(), carried.stream())
                        .collect(Collectors.toUnmodifiableSet()));

        var observedMatters = observed.stream().map(Observed::matter).collect(Collectors.toUnmodifiableSet());
        var knownMatters = known.stream().map(Deviation::matter).collect(Collectors.toUnmodifiableSet());
        var standing = new ArrayList<Deviation>();
        var withdrawn = new ArrayList<Deviation>();
        for (var deviation : known) {
            if (observedMatters.contains(deviation.matter())) {
                standing.add(deviation);
            } else {
                deviations.withdraw(deviation.deviationId(), clock.instant());
                withdrawn.add(deviation);
            }
        }
        var added = observed.stream()
                .filter(one -> !knownMatters.contains(one.matter()))
                .map(one -> new Outcome.Added(deviation(one), one.fact().documentNumber()))
                .toList();
        for (var one : added) {
            deviations.add(subject.subjectId(), one.deviation());
            standing.add(one.deviation());
        }
        return new Outcome(added, withdrawn, standing);
    }

    /** Whether a decision was known when a fact was recorded does not change when the fact is corrected. */
    private static Set<UUID> carried(TreatmentHistory history, List<Deviation> known, String decisionRule) {
        var origins = known.stream()
                .filter(deviation -> deviation.finding().ruleId().equals(decisionRule))
                .map(deviation -> history.origin(deviation.factId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return history.current().stream()
                .filter(fact -> origins.contains(fact.originId()))
                .map(Fact::factId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Deviation deviation(Observed observed) {
        var content = observed.fact().content();
        return new Deviation(
                ids.next(),
                observed.fact().factId(),
                content.kind(),
                observed.finding(),
                content.happenedOn(),
                content.lot().orElse(null),
                clock.instant(),
                null);
    }
}
