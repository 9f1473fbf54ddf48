package org.saisei.registry.treatment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.identity.SubjectId;

/**
 * A lot belongs to one subject (S-T6). While two have a current record of it, the chain is shown for neither: whatever
 * adds or takes away such a record is weighed for all of them, in one transaction.
 */
@ApplicationScoped
public class SharedLots {
    private static final Actor SELF = Actor.service("registry-service");

    private final Subjects subjects;
    private final Facts facts;
    private final ReviewDeviations deviations;
    private final TreatmentEvents events;
    private final AuditTrail audit;

    SharedLots(Subjects subjects, Facts facts, ReviewDeviations deviations, TreatmentEvents events, AuditTrail audit) {
        this.subjects = subjects;
        this.facts = facts;
        this.deviations = deviations;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Rows held until the transaction ends.
     *
     * @param others who have a current record of one of the lots, at whatever facility; none of them is told of to the
     *     caller
     */
    public record Held(Subject subject, List<Subject> others) {
        public Held {
            others = List.copyOf(others);
        }
    }

    /** The lots whose sharing a fact decides: a product's. */
    static Set<String> decidedBy(FactContent content) {
        return content instanceof Product product ? Set.of(product.lotNumber()) : Set.of();
    }

    /**
     * Locks always in one order, so that nobody waits for one who waits for him: the lots, then the subjects in order of
     * enrolment.
     *
     * @return empty for an unknown subject and for one that the actor does not treat
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Held> hold(Actor actor, SubjectId subjectId, Set<String> lots) {
        if (subjects.find(subjectId).filter(one -> one.treatedBy(actor)).isEmpty()) {
            return Optional.empty();
        }
        if (lots.isEmpty()) {
            return subjects.lock(subjectId).map(subject -> new Held(subject, List.of()));
        }
        facts.holdLots(lots);
        var concerned = new HashSet<>(facts.recordersOf(lots));
        concerned.add(subjectId);
        var locked = subjects.lockAll(concerned);
        return locked.stream()
                .filter(one -> one.subjectId().equals(subjectId))
                .findFirst()
                .map(own -> new Held(
                        own, locked.stream().filter(one -> !one.equals(own)).toList()));
    }

    /** Adds and withdraws the deviations of others as the facts now stand, and tells of those added. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void review(List<Subject> others) {
        for (var other : others) {
            var reviewed = deviations.review(other, Set.of());
            reviewed.added().forEach(added -> events.deviated(other, added.deviation(), added.documentNumber()));
            if (reviewed.changedAnything()) {
                audit.wrote(
                        SELF,
                        "reviewDeviations",
                        "subject",
                        other.subjectId().number(),
                        null,
                        Map.of("standing", reviewed.before()),
                        Map.of("standing", reviewed.after()));
            }
        }
    }
}
