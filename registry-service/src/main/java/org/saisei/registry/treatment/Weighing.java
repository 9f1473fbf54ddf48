package org.saisei.registry.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.saisei.registry.protocol.Finding;
import org.saisei.registry.protocol.TreatmentProtocol;

/** Holds all current facts of a subject against the protocol's rules. */
final class Weighing {

    /** A finding on a fact. */
    record Observed(Fact fact, Finding finding) {
        Deviation.Matter matter() {
            return new Deviation.Matter(fact.factId(), finding.ruleId(), finding.code());
        }
    }

    private final TreatmentProtocol protocol;
    private final LocalDate injuryDate;
    private final TreatmentHistory history;
    private final Chain chain;

    Weighing(TreatmentProtocol protocol, LocalDate injuryDate, TreatmentHistory history, Set<String> lotsOfOthers) {
        this.protocol = protocol;
        this.injuryDate = injuryDate;
        this.history = history;
        this.chain = new Chain(history, lotsOfOthers);
    }

    /** @param withoutDecision facts that were recorded while no eligible decision was known */
    List<Observed> observed(Set<UUID> withoutDecision) {
        var all = new ArrayList<Observed>();
        for (var fact : history.current()) {
            if (withoutDecision.contains(fact.factId())) {
                all.add(new Observed(fact, protocol.treatedWithoutDecision()));
            }
            if (history.contradictsDays(fact)) {
                all.add(new Observed(fact, protocol.contradictoryDays()));
            }
            switch (fact.content()) {
                case Collection ignored -> {}
                case Product product -> {
                    if (!chain.isShownFor(product)) {
                        all.add(new Observed(fact, protocol.brokenChain()));
                    }
                }
                case Administration administration ->
                    on(administration).forEach(finding -> all.add(new Observed(fact, finding)));
            }
        }
        history.administrations().stream()
                .skip(1)
                .forEach(fact -> all.add(new Observed(fact, protocol.repeatedAdministration())));
        return all;
    }

    private List<Finding> on(Administration administration) {
        var findings = new ArrayList<Finding>();
        if (!chain.isShownFor(administration.lotNumber())) {
            findings.add(protocol.brokenChain());
        }
        findings.addAll(protocol.weighDose(administration.cells(), administration.weightKg()));
        var weighed = administration.weightMeasuredOn();
        if (weighed != null && weighed.isBefore(injuryDate)) {
            findings.add(protocol.weightBeforeInjury());
        }
        findings.addAll(protocol.weighInfusion(administration.infusion()));
        return findings;
    }
}
