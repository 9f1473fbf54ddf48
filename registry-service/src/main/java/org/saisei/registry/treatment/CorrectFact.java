package org.saisei.registry.treatment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.id.Ids;
import org.saisei.kit.time.RegulatoryDays;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.identity.IdentityStore;
import org.saisei.registry.identity.SubjectId;

/** A fact recorded by mistake is voided, or replaced by another version; the mistaken one stays readable. */
@ApplicationScoped
public class CorrectFact {
    private final SharedLots sharedLots;
    private final Facts facts;
    private final Corrections corrections;
    private final IdentityStore identities;
    private final ReviewDeviations deviations;
    private final TreatmentEvents events;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    CorrectFact(
            SharedLots sharedLots,
            Facts facts,
            Corrections corrections,
            IdentityStore identities,
            ReviewDeviations deviations,
            TreatmentEvents events,
            AuditTrail audit,
            Ids ids,
            InstantSource clock) {
        this.sharedLots = sharedLots;
        this.facts = facts;
        this.corrections = corrections;
        this.identities = identities;
        this.deviations = deviations;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param ground null where the reason alone says why
     * @param reason null where the ground alone says why
     * @param corrected the replacing content; null voids the fact
     */
    public record Request(
            FactKind kind,
            UUID factId,
            String documentNumber,
            Correction.@Nullable Ground ground,
            @Nullable String reason,
            @Nullable Replacement corrected) {}

    /** @param documentNumber of the fact, which may be what was mistyped */
    public record Replacement(String documentNumber, FactContent content) {}

    public sealed interface Result {
        /** @param standing all deviations of the subject that stand now */
        record Corrected(Correction correction, List<Deviation> standing) implements Result {}

        /** Unknown, or another facility's. */
        record NoSuchFact() implements Result {}

        record AlreadyRecorded(Corrections.Place place) implements Result {}

        /** Another correction came first. */
        record NotCurrent(Fact fact) implements Result {}

        /** The identity is erased, and a text could bring the patient's name back. */
        record TextAfterErasure() implements Result {}

        record Impossible(List<Contradiction> contradictions) implements Result {}
    }

    /** @param actor a hospital */
    @Transactional
    public Result correct(Actor actor, SubjectId subjectId, Request request) {
        var held = facts.find(subjectId, request.kind(), request.factId())
                .flatMap(fact -> sharedLots.hold(actor, subjectId, lots(fact, request.corrected())));
        var original = held.flatMap(ignored -> facts.find(subjectId, request.kind(), request.factId()));
        if (held.isEmpty() || original.isEmpty()) {
            return new Result.NoSuchFact();
        }
        var subject = held.get().subject();
        String facilityId = subject.facilityId();
        corrections.holdDocument(facilityId, request.documentNumber());
        var same = corrections.findByDocument(facilityId, request.documentNumber());
        if (same.isPresent()) {
            return new Result.AlreadyRecorded(same.get());
        }
        if (!original.get().isCurrent()) {
            return new Result.NotCurrent(original.get());
        }
        if (request.reason() != null && identities.kept(Set.of(subjectId)).isEmpty()) {
            return new Result.TextAfterErasure();
        }
        var contradictions = contradictions(subject, original.get(), request.corrected());
        if (!contradictions.isEmpty()) {
            return new Result.Impossible(contradictions);
        }

        var replacement = replacement(original.get(), request.corrected());
        replace(original.get(), replacement);
        var correction = correction(request, replacement);
        var reasonCiphertext = corrections.add(subjectId, facilityId, correction);
        var reviewed = deviations.review(subject, Set.of());
        tell(subject, correction, replacement, reviewed);
        sharedLots.review(held.get().others());
        audit.wrote(
                actor,
                "correct" + request.kind().title(),
                "subject",
                subjectId.number(),
                // the ground; a reason may name a patient: it is below, sealed with the correction's key
                request.ground() == null ? null : request.ground().name(),
                Map.of("factId", request.factId(), "content", original.get().content()),
                Map.of(
                        "correctionId", correction.correctionId(),
                        "documentNumber", correction.documentNumber(),
                        "action", correction.action(),
                        "reasonCiphertext", reasonCiphertext,
                        "content", replacement.<Object>map(Fact::content).orElse("VOID")));
        return new Result.Corrected(correction, reviewed.standing());
    }

    /** Of the version corrected, whose content never changes, and of what takes its place. */
    private static Set<String> lots(Fact original, @Nullable Replacement corrected) {
        var lots = new HashSet<>(SharedLots.decidedBy(original.content()));
        if (corrected != null) {
            lots.addAll(SharedLots.decidedBy(corrected.content()));
        }
        return lots;
    }

    private List<Contradiction> contradictions(Subject subject, Fact original, @Nullable Replacement corrected) {
        if (corrected == null) {
            return List.of();
        }
        var found = new ArrayList<>(
                Truth.contradictions(corrected.content(), subject.injuryDate(), RegulatoryDays.today(clock)));
        facts.holdDocument(subject.facilityId(), original.kind(), corrected.documentNumber());
        if (facts.findByDocument(subject.facilityId(), original.kind(), corrected.documentNumber())
                .filter(other -> !other.originId().equals(original.originId()))
                .isPresent()) {
            found.add(new Contradiction("/documentNumber", "UNIQUE", "is another fact's of your facility"));
        }
        return found;
    }

    private Optional<Fact> replacement(Fact original, @Nullable Replacement corrected) {
        return Optional.ofNullable(corrected)
                .map(with -> new Fact(
                        ids.next(),
                        original.originId(),
                        original.subjectId(),
                        original.facilityId(),
                        with.documentNumber(),
                        with.content(),
                        Fact.Status.CURRENT,
                        null,
                        clock.instant()));
    }

    private void replace(Fact original, Optional<Fact> replacement) {
        replacement.ifPresent(facts::add);
        facts.retire(
                original.factId(),
                replacement.isPresent() ? Fact.Status.CORRECTED : Fact.Status.VOIDED,
                replacement.map(Fact::factId).orElse(null));
    }

    private Correction correction(Request request, Optional<Fact> replacement) {
        return new Correction(
                ids.next(),
                request.documentNumber(),
                request.factId(),
                request.kind(),
                replacement.isPresent() ? Correction.Action.CORRECT : Correction.Action.VOID,
                request.ground(),
                Objects.requireNonNullElse(request.reason(), ""),
                replacement.map(Fact::factId).orElse(null),
                RegulatoryDays.today(clock),
                clock.instant());
    }

    /** First that the old version is gone, then what took its place, then what is outside a rule now. */
    private void tell(
            Subject subject, Correction correction, Optional<Fact> replacement, ReviewDeviations.Outcome reviewed) {
        events.corrected(subject, correction);
        replacement.ifPresent(fact -> events.recorded(subject, fact, reviewed.rulesAgainst(fact.factId())));
        reviewed.added().forEach(added -> events.deviated(subject, added.deviation(), added.documentNumber()));
    }
}
