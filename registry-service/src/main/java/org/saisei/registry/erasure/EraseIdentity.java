package org.saisei.registry.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.id.Ids;
import org.saisei.kit.time.RegulatoryDays;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.identity.IdentityStore;
import org.saisei.registry.identity.SubjectId;

/** A registrar has an identity destroyed: its key, its ciphertext and all by which it could be found. */
@ApplicationScoped
public class EraseIdentity {
    private final Subjects subjects;
    private final IdentityStore identities;
    private final Erasures erasures;
    private final LegalHolds holds;
    private final Retention retention;
    private final ErasureJournal journal;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    EraseIdentity(
            Subjects subjects,
            IdentityStore identities,
            Erasures erasures,
            LegalHolds holds,
            Retention retention,
            ErasureJournal journal,
            AuditTrail audit,
            Ids ids,
            InstantSource clock) {
        this.subjects = subjects;
        this.identities = identities;
        this.erasures = erasures;
        this.holds = holds;
        this.retention = retention;
        this.journal = journal;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public record Request(
            String documentNumber,
            Erasure.Ground ground,
            @Nullable String reference) {}

    public sealed interface Result {
        record Erased(Erasure erasure) implements Result {}

        /** Unknown, or under a protocol the registrar is not for. */
        record NoSuchSubject() implements Result {}

        record AlreadyRecorded(Erasure erasure) implements Result {}

        record AlreadyErased(Erasure erasure) implements Result {}

        record Held(List<LegalHold> standing) implements Result {}

        /** The ground is that the retention has ended, and it has not. */
        record ToBeRetained(LocalDate until) implements Result {}

        /** The retention has not ended, and no file is named in which the ground to erase nonetheless is found. */
        record ReferenceNeeded(LocalDate until) implements Result {}
    }

    /** @param actor a registrar */
    @Transactional
    public Result erase(Actor actor, SubjectId subjectId, Request request) {
        var subject =
                subjects.lock(subjectId).filter(one -> one.visibleTo(actor)).orElse(null);
        if (subject == null) {
            return new Result.NoSuchSubject();
        }
        var same = erasures.findByDocument(request.documentNumber());
        if (same.isPresent()) {
            return new Result.AlreadyRecorded(same.get());
        }
        var before = erasures.of(subjectId);
        if (before.isPresent()) {
            return new Result.AlreadyErased(before.get());
        }
        var standing = holds.standing(subjectId);
        if (!standing.isEmpty()) {
            return new Result.Held(standing);
        }
        var until = retention.until(subject);
        if (!RegulatoryDays.today(clock).isAfter(until)) {
            if (request.ground() == Erasure.Ground.RETENTION_ENDED) {
                return new Result.ToBeRetained(until);
            }
            if (request.reference() == null) {
                return new Result.ReferenceNeeded(until);
            }
        }

        var erasure = new Erasure(
                ids.next(),
                subjectId,
                request.documentNumber(),
                request.ground(),
                request.reference(),
                clock.instant(),
                actor.subject());
        if (!erasures.add(erasure)) {
            return new Result.AlreadyRecorded(
                    erasures.findByDocument(request.documentNumber()).orElseThrow());
        }
        identities.erase(subjectId);
        erasures.forgetTraces(subjectId);
        audit.wrote(
                actor,
                "eraseIdentity",
                "subject",
                subjectId.number(),
                request.ground().name(),
                Map.of("identity", "SEALED"),
                audited(erasure, until));
        // last, and before the commit: what follows in this transaction cannot be refused any more
        journal.intend(erasure);
        return new Result.Erased(erasure);
    }

    private static Map<String, Object> audited(Erasure erasure, LocalDate retainUntil) {
        var state = new LinkedHashMap<String, Object>();
        state.put("identity", "ERASED");
        state.put("erasureId", erasure.erasureId());
        state.put("documentNumber", erasure.documentNumber());
        if (erasure.reference() != null) {
            state.put("reference", erasure.reference());
        }
        state.put("retainUntil", retainUntil);
        return state;
    }
}
