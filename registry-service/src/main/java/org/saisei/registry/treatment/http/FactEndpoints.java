package org.saisei.registry.treatment.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.kit.idempotency.Idempotency;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.identity.SubjectId;
import org.saisei.registry.protocol.Protocols;
import org.saisei.registry.protocol.TreatmentProtocol;
import org.saisei.registry.treatment.Contradiction;
import org.saisei.registry.treatment.CorrectFact;
import org.saisei.registry.treatment.Correction;
import org.saisei.registry.treatment.Deviation;
import org.saisei.registry.treatment.Deviations;
import org.saisei.registry.treatment.Fact;
import org.saisei.registry.treatment.FactKind;
import org.saisei.registry.treatment.Facts;
import org.saisei.registry.treatment.RecordFact;

/** What recording, reading and correcting a fact have in common, whatever its kind. */
@ApplicationScoped
class FactEndpoints {
    private final CurrentActor caller;
    private final Subjects subjects;
    private final Facts facts;
    private final Deviations deviations;
    private final RecordFact recordFact;
    private final CorrectFact correctFact;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    FactEndpoints(
            CurrentActor caller,
            Subjects subjects,
            Facts facts,
            Deviations deviations,
            RecordFact recordFact,
            CorrectFact correctFact,
            Idempotency idempotency,
            AuditTrail audit) {
        this.caller = caller;
        this.subjects = subjects;
        this.facts = facts;
        this.deviations = deviations;
        this.recordFact = recordFact;
        this.correctFact = correctFact;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    Response record(FactKind kind, String number, @Nullable String key, FactRequest request) {
        return idempotency.answer(
                "record" + kind.title(),
                key,
                request,
                () -> SubjectId.parse(number)
                        .map(subjectId -> answer(recordFact.record(
                                caller.get(), subjectId, request.documentNumber(), request.toContent())))
                        .orElseGet(() -> Answer.problem(Problem.notFound())));
    }

    private static Answer answer(RecordFact.Result result) {
        return switch (result) {
            case RecordFact.Result.Recorded(var subject, var fact, var against) ->
                Answer.created(location(fact), FactAnswer.of(fact, against, protocol(subject)));
            case RecordFact.Result.NoSuchSubject ignored -> Answer.problem(Problem.notFound());
            case RecordFact.Result.AlreadyRecorded(var fact) -> Answer.alreadyRecorded(location(fact));
            case RecordFact.Result.Impossible(var contradictions) -> impossible(contradictions, "");
        };
    }

    Response correct(FactKind kind, String number, UUID factId, @Nullable String key, CorrectionRequest request) {
        var corrected = request.corrected();
        if ((request.action() == Correction.Action.CORRECT) != (corrected != null)) {
            return Answers.problem(Problem.invalid(
                    "/corrected",
                    corrected == null ? "REQUIRED" : "NOT_ALLOWED",
                    "goes with CORRECT, and only with it"));
        }
        if (request.ground() == null && request.reason() == null) {
            return Answers.problem(Problem.invalid("/reason", "REQUIRED", "is required where no ground is given"));
        }
        var act = new CorrectFact.Request(
                kind,
                factId,
                request.documentNumber(),
                request.ground(),
                request.reason(),
                corrected == null
                        ? null
                        : new CorrectFact.Replacement(corrected.documentNumber(), corrected.toContent()));
        return idempotency.answer(
                "correct" + kind.title(),
                key,
                request,
                () -> SubjectId.parse(number)
                        .map(subjectId -> answer(subjectId, kind, correctFact.correct(caller.get(), subjectId, act)))
                        .orElseGet(() -> Answer.problem(Problem.notFound())));
    }

    private static Answer answer(SubjectId subjectId, FactKind kind, CorrectFact.Result result) {
        return switch (result) {
            case CorrectFact.Result.Corrected corrected -> {
                var body = CorrectionAnswer.of(subjectId.number(), corrected);
                yield Answer.created(location(subjectId, kind, body.factId()), body);
            }
            case CorrectFact.Result.NoSuchFact ignored -> Answer.problem(Problem.notFound());
            case CorrectFact.Result.AlreadyRecorded(var place) -> {
                var earlier = place.correction();
                yield Answer.alreadyRecorded(location(
                        place.subjectId(),
                        earlier.kind(),
                        Optional.ofNullable(earlier.replacedBy()).orElse(earlier.factId())));
            }
            case CorrectFact.Result.NotCurrent(var fact) -> notCurrent(fact);
            case CorrectFact.Result.TextAfterErasure ignored -> textAfterErasure();
            case CorrectFact.Result.Impossible(var contradictions) -> impossible(contradictions, "/corrected");
        };
    }

    private static Answer textAfterErasure() {
        return Answer.problem(Problem.of(
                        422,
                        "text-after-erasure",
                        "No text is taken once the identity is erased.",
                        "A text may name the patient; give the ground of the correction alone.")
                .withErrors(List.of(new FieldError(
                        "/reason", "NOT_ALLOWED", "is not taken, for the patient's identity is erased"))));
    }

    private static Answer notCurrent(Fact fact) {
        var problem = Answer.problem(Problem.of(
                409,
                "already-corrected",
                "This version was corrected already.",
                fact.status() == Fact.Status.VOIDED
                        ? "It was voided; record the fact anew if it did happen."
                        : "Correct the version that took its place; Location leads to it."));
        var replacedBy = fact.replacedBy();
        return replacedBy == null
                ? problem
                : problem.header("Location", location(fact.subjectId(), fact.kind(), replacedBy));
    }

    private static Answer impossible(List<Contradiction> contradictions, String below) {
        return Answer.problem(Problem.contradictory(contradictions.stream()
                .map(one -> new FieldError(below + one.pointer(), one.rule(), one.message()))
                .toList()));
    }

    Response list(FactKind kind, String number, @Nullable String documentNumber, @Nullable String after, int limit) {
        var subject = visible(number).orElse(null);
        if (subject == null) {
            return Answers.problem(Problem.notFound());
        }
        var read = facts.list(subject.subjectId(), kind, documentNumber, Cursor.decodeId(after), limit + 1);
        var page = Page.of(read, limit, fact -> fact.factId().toString());
        var standing = deviations.of(subject.subjectId()).stream()
                .filter(Deviation::stands)
                .toList();
        var items = page.items().stream()
                .map(fact -> answer(subject, fact, standing))
                .toList();
        audit.read(
                caller.get(),
                "list" + kind.title() + "s",
                "subject",
                "documentNumber=" + AuditTrail.given(documentNumber),
                Stream.concat(
                                Stream.of(number),
                                items.stream().map(item -> item.factId().toString()))
                        .toList());
        return Answers.toResponse(Answer.ok(new Page<>(items, page.next())));
    }

    Response read(FactKind kind, String number, UUID factId) {
        var subject = visible(number).orElse(null);
        var fact = subject == null
                ? null
                : facts.find(subject.subjectId(), kind, factId).orElse(null);
        if (subject == null || fact == null) {
            return Answers.problem(Problem.notFound());
        }
        audit.read(caller.get(), "read" + kind.title(), "subject", null, List.of(number, factId.toString()));
        var standing = deviations.of(fact.subjectId()).stream()
                .filter(Deviation::stands)
                .toList();
        return Answers.toResponse(Answer.ok(answer(subject, fact, standing)));
    }

    private static TreatmentProtocol protocol(Subject subject) {
        return Protocols.of(subject.protocol());
    }

    private static FactAnswer answer(Subject subject, Fact fact, List<Deviation> standing) {
        return FactAnswer.of(
                fact,
                standing.stream()
                        .filter(deviation -> deviation.factId().equals(fact.factId()))
                        .toList(),
                protocol(subject));
    }

    /** Empty for an unknown subject and for another facility's: the two look the same. */
    Optional<Subject> visible(String number) {
        var actor = caller.get();
        return SubjectId.parse(number).flatMap(subjects::find).filter(subject -> subject.visibleTo(actor));
    }

    private static String location(Fact fact) {
        return location(fact.subjectId(), fact.kind(), fact.factId());
    }

    private static String location(SubjectId subjectId, FactKind kind, UUID factId) {
        return "/subjects/" + subjectId.number() + "/" + kind.name().toLowerCase(Locale.ROOT) + "s/" + factId;
    }
}
