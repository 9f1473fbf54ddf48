package org.saisei.registry.enrolment.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Codes;
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.kit.idempotency.Idempotency;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;
import org.saisei.registry.enrolment.EnrolSubject;
import org.saisei.registry.enrolment.EnrolSubject.Result;
import org.saisei.registry.enrolment.Standing;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.erasure.Erasure;
import org.saisei.registry.erasure.Erasures;
import org.saisei.registry.identity.IdentityStore;
import org.saisei.registry.identity.SubjectId;

@Path("/subjects")
@Tag(name = "Enrolment", description = "症例登録: who is registered, and how the registration stands")
class SubjectsResource {
    private final CurrentActor caller;
    private final EnrolSubject enrolSubject;
    private final Subjects subjects;
    private final IdentityStore identities;
    private final Erasures erasures;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    SubjectsResource(
            CurrentActor caller,
            EnrolSubject enrolSubject,
            Subjects subjects,
            IdentityStore identities,
            Erasures erasures,
            Idempotency idempotency,
            AuditTrail audit) {
        this.caller = caller;
        this.enrolSubject = enrolSubject;
        this.subjects = subjects;
        this.identities = identities;
        this.erasures = erasures;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    @POST
    @RunOnVirtualThread // it waits for the others of its group at every step
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "enrolSubject",
            summary = "Enrol a candidate and learn the registry number",
            description = "The standing is PENDING until a decision by your facility and under this protocol is known:"
                    + " then REGISTERED, or REFUSED with the reasons. Decisions may come before or after the enrolment."
                    + " The identity is kept sealed and never echoed; your facility reads it at /identity.",
            extensions = @Extension(name = "x-saisei-order", value = "200", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EnrolmentRequest.class),
                            examples = @ExampleObject(name = "enrolment", value = EnrolmentExamples.ENROLMENT)))
    @APIResponse(
            responseCode = "201",
            description = "Enrolled, with whatever standing",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SubjectAnswer.class),
                            examples = @ExampleObject(name = "subject", value = EnrolmentExamples.SUBJECT)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response enrol(
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "enr-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid EnrolmentRequest request) {
        var actor = caller.get();
        if (!actor.mayTouch(request.protocol())) {
            return Answers.problem(Problem.forbidden("It is limited to other protocols."));
        }
        var enrolment = request.toEnrolment();
        return idempotency.answerTogether(
                "enrolSubject",
                key,
                request,
                EnrolSubject.touches(actor, enrolment),
                () -> answer(enrolSubject.enrol(actor, enrolment)));
    }

    private static Answer answer(Result result) {
        return switch (result) {
            case Result.Enrolled(var subject) ->
                Answer.created(location(subject.subjectId()), SubjectAnswer.of(subject))
                        .version(subject.version());
            case Result.AlreadyRecorded(var subjectId) -> Answer.alreadyRecorded(location(subjectId));
            case Result.AlreadyEnrolled(var subjectId) ->
                Answer.problem(Problem.of(
                                        409,
                                        "already-enrolled",
                                        "This candidate is enrolled already.",
                                        "A candidate has one living enrolment at a time; Location leads to it.")
                                .withErrors(List.of(new FieldError(
                                        "/candidateId", "UNIQUE", "has a living enrolment by your facility"))))
                        .header("Location", location(subjectId));
            case Result.Refused(var contradictions) ->
                Answer.problem(Problem.contradictory(contradictions.stream()
                        .map(one -> new FieldError(one.pointer(), one.rule(), one.message()))
                        .toList()));
        };
    }

    private static String location(SubjectId subjectId) {
        return "/subjects/" + subjectId.number();
    }

    /** A page as {@link Page} is written, for the API's description. */
    record SubjectPage(
            List<SubjectAnswer> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "listSubjects",
            summary = "Enrolments in the order they were made",
            description =
                    "A hospital sees its own; a registrar all. standing=PENDING lists those that wait for a decision.",
            extensions = @Extension(name = "x-saisei-order", value = "201", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SubjectPage.class),
                            examples = @ExampleObject(name = "subjects", value = EnrolmentExamples.PAGE)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    public Response list(
            @QueryParam("documentNumber") @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Nullable String documentNumber,
            @QueryParam("candidateId") @Pattern(regexp = EnrolmentRequest.CANDIDATE) @Nullable String candidateId,
            @QueryParam("standing")
                    @Pattern(regexp = "^(PENDING|REGISTERED|REFUSED|REGISTERED_WITH_DEVIATION)$")
                    @Nullable
                    String standing,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var actor = caller.get();
        var filter = new Subjects.Filter(
                actor.is(Role.REGISTRAR) ? null : actor.facility().orElseThrow(),
                actor.protocols(),
                documentNumber,
                candidateId,
                standing == null ? null : Standing.Code.valueOf(standing));
        var page = Page.of(
                subjects.list(filter, Cursor.decodeId(after), limit + 1),
                limit,
                subject -> subject.position().toString());
        var items = page.items().stream().map(SubjectAnswer::of).toList();
        audit.read(
                actor,
                "listSubjects",
                "subject",
                "documentNumber=" + AuditTrail.given(documentNumber) + " candidateId=" + candidateId + " standing="
                        + standing,
                items.stream().map(SubjectAnswer::subjectId).toList());
        return Answers.toResponse(Answer.ok(new Page<>(items, page.next())));
    }

    @GET
    @Path("/{subjectId}")
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "readSubject",
            summary = "One enrolment with its standing",
            extensions = @Extension(name = "x-saisei-order", value = "202", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The enrolment; ETag is its version",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SubjectAnswer.class),
                            examples = @ExampleObject(name = "subject", value = EnrolmentExamples.SUBJECT)))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response read(@PathParam("subjectId") @Parameter(example = "401273651826") String number) {
        var actor = caller.get();
        var subject = find(number).filter(one -> one.visibleTo(actor)).orElse(null);
        if (subject == null) {
            return Answers.problem(Problem.notFound());
        }
        audit.read(actor, "readSubject", "subject", null, List.of(number));
        return Answers.toResponse(Answer.ok(SubjectAnswer.of(subject)).version(subject.version()));
    }

    @GET
    @Path("/{subjectId}/identity")
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "readIdentity",
            summary = "Who the patient is; for the treating facility only, and each reading is recorded",
            extensions = @Extension(name = "x-saisei-order", value = "203", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The identity as enrolled",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IdentityAnswer.class),
                            examples = @ExampleObject(name = "identity", value = EnrolmentExamples.IDENTITY)))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(
            responseCode = "410",
            description = "A registrar had the identity erased; erasedOn says on which day in Japan",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "erased", value = EnrolmentExamples.ERASED)))
    public Response readIdentity(@PathParam("subjectId") @Parameter(example = "401273651826") String number) {
        Actor actor = caller.get();
        var subject = find(number).filter(one -> one.treatedBy(actor)).orElse(null);
        if (subject == null) {
            return Answers.problem(Problem.notFound());
        }
        var identity = identities.read(subject.subjectId()).orElse(null);
        audit.read(actor, "readIdentity", "identity", null, List.of(number));
        if (identity == null) {
            return Answers.problem(erasures.of(subject.subjectId())
                    .map(SubjectsResource::erased)
                    .orElseGet(Problem::notFound));
        }
        return Answers.toResponse(Answer.ok(IdentityAnswer.of(number, identity)));
    }

    private static Problem erased(Erasure erasure) {
        return Problem.of(
                        410,
                        "identity-erased",
                        "The identity was erased.",
                        "What was done to the patient stays on record under the registry number.")
                .with("erasedOn", erasure.erasedOn());
    }

    private Optional<Subject> find(String number) {
        return SubjectId.parse(number).flatMap(subjects::find);
    }
}
