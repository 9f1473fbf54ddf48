package org.saisei.registry.enrolment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * The decisions that stand: of each stage the latest, for a new assessment supersedes those of its own stage alone. A no
 * before the administration is not undone by a later yes at planning.
 */
public record DecisionsInForce(List<CandidateDecision> perStage) {
    private static final List<String> STAGES = List.of("PLANNING", "PRE_ADMINISTRATION");

    public DecisionsInForce {
        perStage = List.copyOf(perStage);
    }

    /** @param decisions all of one facility on one candidate under one protocol, in whatever order */
    public static DecisionsInForce of(List<CandidateDecision> decisions) {
        var bySequence = Comparator.comparingLong(CandidateDecision::sequence);
        return new DecisionsInForce(List.copyOf(decisions.stream()
                .collect(Collectors.toMap(CandidateDecision::stage, one -> one, BinaryOperator.maxBy(bySequence)))
                .values()));
    }

    /** Some stage's decision is a no: plans are refused, and treating is a deviation (S-R1). */
    public boolean areAgainst() {
        return perStage.stream().anyMatch(one -> one.decision().isAgainst());
    }

    /** As {@link #areAgainst}, of what had been assessed by a day, that day included. */
    public boolean wereAgainstOn(LocalDate day) {
        return perStage.stream()
                .anyMatch(one -> one.decision().isAgainst() && !one.assessedOn().isAfter(day));
    }

    /** No stage is against, and the latest stage reached has an eligible decision. */
    public boolean areEligible() {
        return !areAgainst()
                && latestStage().filter(one -> one.decision().isEligible()).isPresent();
    }

    private Optional<CandidateDecision> latestStage() {
        return perStage.stream()
                .max(Comparator.comparingInt((CandidateDecision one) -> STAGES.indexOf(one.stage()))
                        .thenComparingLong(CandidateDecision::sequence));
    }

    /** Whether a decision is still its stage's word. */
    public boolean include(CandidateDecision decision) {
        return perStage.contains(decision);
    }
}
