package org.saisei.registry.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.id.Ids;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.identity.SubjectId;

/** A registrar keeps an identity from being erased, or lets go of it again. */
@ApplicationScoped
public class HoldIdentity {
    private final Subjects subjects;
    private final LegalHolds holds;
    private final Erasures erasures;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    HoldIdentity(
            Subjects subjects, LegalHolds holds, Erasures erasures, AuditTrail audit, Ids ids, InstantSource clock) {
        this.subjects = subjects;
        this.holds = holds;
        this.erasures = erasures;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public sealed interface Result {
        record Placed(LegalHold hold) implements Result {}

        record Lifted(LegalHold hold) implements Result {}

        /** Unknown subject or hold, or one under a protocol the registrar is not for. */
        record NotThere() implements Result {}

        record AlreadyRecorded(LegalHold hold) implements Result {}

        /** There is nothing left to hold. */
        record AlreadyErased(Erasure erasure) implements Result {}

        record AlreadyLifted(LegalHold hold) implements Result {}
    }

    /** @param actor a registrar */
    @Transactional
    public Result place(
            Actor actor,
            SubjectId subjectId,
            String documentNumber,
            LegalHold.Ground ground,
            @Nullable String reference) {
        if (lock(actor, subjectId) == null) {
            return new Result.NotThere();
        }
        var same = holds.findByDocument(documentNumber);
        if (same.isPresent()) {
            return new Result.AlreadyRecorded(same.get());
        }
        var erased = erasures.of(subjectId);
        if (erased.isPresent()) {
            return new Result.AlreadyErased(erased.get());
        }
        var hold = new LegalHold(
                ids.next(), subjectId, documentNumber, ground, reference, actor.subject(), clock.instant(), null);
        if (!holds.add(hold)) {
            return new Result.AlreadyRecorded(
                    holds.findByDocument(documentNumber).orElseThrow());
        }
        audit.wrote(actor, "placeLegalHold", "subject", subjectId.number(), ground.name(), null, audited(hold));
        return new Result.Placed(hold);
    }

    /** @param actor a registrar */
    @Transactional
    public Result lift(
            Actor actor, SubjectId subjectId, UUID holdId, String documentNumber, LegalHold.LiftingGround ground) {
        var hold = lock(actor, subjectId) == null
                ? null
                : holds.of(subjectId).stream()
                        .filter(one -> one.holdId().equals(holdId))
                        .findFirst()
                        .orElse(null);
        if (hold == null) {
            return new Result.NotThere();
        }
        var same = holds.findByLiftingDocument(documentNumber);
        if (same.isPresent()) {
            return new Result.AlreadyRecorded(same.get());
        }
        if (!hold.stands()) {
            return new Result.AlreadyLifted(hold);
        }
        var lifting = new LegalHold.Lifting(documentNumber, ground, actor.subject(), clock.instant());
        if (!holds.addLifting(holdId, lifting)) {
            return new Result.AlreadyRecorded(
                    holds.findByLiftingDocument(documentNumber).orElseThrow());
        }
        var lifted = hold.lifted(lifting);
        audit.wrote(
                actor,
                "liftLegalHold",
                "subject",
                subjectId.number(),
                ground.name(),
                audited(hold),
                Map.of("holdId", holdId, "documentNumber", documentNumber));
        return new Result.Lifted(lifted);
    }

    private @Nullable Subject lock(Actor actor, SubjectId subjectId) {
        return subjects.lock(subjectId)
                .filter(subject -> subject.visibleTo(actor))
                .orElse(null);
    }

    private static Map<String, Object> audited(LegalHold hold) {
        var state = new LinkedHashMap<String, Object>();
        state.put("holdId", hold.holdId());
        state.put("documentNumber", hold.documentNumber());
        state.put("ground", hold.ground());
        if (hold.reference() != null) {
            state.put("reference", hold.reference());
        }
        return state;
    }
}
