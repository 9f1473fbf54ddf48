package org.saisei.registry.erasure.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
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
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.idempotency.Idempotency;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.erasure.EraseIdentity;
import org.saisei.registry.erasure.EraseIdentity.Result;
import org.saisei.registry.erasure.Erasure;
import org.saisei.registry.erasure.Erasures;
import org.saisei.registry.erasure.LegalHold;
import org.saisei.registry.identity.SubjectId;

@Path("/subjects/{subjectId}/identity-erasure")
@Tag(name = "Erasure", description = "本人情報の消去: who the patient was is destroyed, what was done stays on record")
class ErasureResource {
    private final CurrentActor caller;
    private final EraseIdentity eraseIdentity;
    private final Subjects subjects;
    private final Erasures erasures;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    ErasureResource(
            CurrentActor caller,
            EraseIdentity eraseIdentity,
            Subjects subjects,
            Erasures erasures,
            Idempotency idempotency,
            AuditTrail audit) {
        this.caller = caller;
        this.eraseIdentity = eraseIdentity;
        this.subjects = subjects;
        this.erasures = erasures;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Role.Names.REGISTRAR)
    @Operation(
            operationId = "eraseIdentity",
            summary = "Destroy who the patient was; it cannot be undone",
            description =
                    "Destroys name, birth date and record number with their key, all by which they could be found,"
                            + " and the reasons given for corrections, which may name the patient. The clinical record stays"
                            + " under the registry number; from then on a correction of it names its ground as a code, and a reason in"
                            + " words is refused. Refused while a legal hold stands. The ground RETENTION_ENDED is"
                            + " refused as long as the retention runs; on the other grounds the registrar answers for erasing"
                            + " earlier, and names the file (reference) in which it is found why. Texts in the other services"
                            + " are not reached. Answers kept for repeats of the enrolment are forgotten: its repeat is a 409 then.",
            extensions = @Extension(name = "x-saisei-order", value = "298", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ErasureRequest.class),
                            examples = @ExampleObject(name = "erasure", value = ErasureExamples.ERASURE_REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Erased",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ErasureAnswer.class),
                            examples = @ExampleObject(name = "erasure", value = ErasureExamples.ERASURE)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(
            responseCode = "409",
            description = "A legal hold stands, the retention runs, or it is erased already (see Location)",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "held", value = ErasureExamples.HELD)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response erase(
            @PathParam("subjectId") @Parameter(example = ErasureExamples.SUBJECT_ID) String number,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "ers-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid ErasureRequest request) {
        var actor = caller.get();
        return idempotency.answer(
                "eraseIdentity",
                key,
                request,
                () -> SubjectId.parse(number)
                        .map(subjectId -> answer(eraseIdentity.erase(actor, subjectId, request.toRequest())))
                        .orElseGet(() -> Answer.problem(Problem.notFound())));
    }

    private static Answer answer(Result result) {
        return switch (result) {
            case Result.Erased(var erasure) -> Answer.created(location(erasure), ErasureAnswer.of(erasure));
            case Result.NoSuchSubject ignored -> Answer.problem(Problem.notFound());
            case Result.AlreadyRecorded(var erasure) -> Answer.alreadyRecorded(location(erasure));
            case Result.AlreadyErased(var erasure) ->
                Answer.problem(Problem.of(
                                409,
                                "already-erased",
                                "The identity is erased already.",
                                "Location leads to the erasure."))
                        .header("Location", location(erasure));
            case Result.Held(var standing) ->
                Answer.problem(Problem.of(
                                409,
                                "legal-hold",
                                "A legal hold stands on this subject.",
                                "The identity can be erased once every hold is lifted; holds names those that stand.")
                        .with("holds", standing.stream().map(LegalHold::holdId).toList()));
            case Result.ToBeRetained(var until) -> Answer.problem(retained(until));
            case Result.ReferenceNeeded(var until) -> Answer.problem(referenceNeeded(until));
        };
    }

    private static Problem retained(LocalDate until) {
        return Problem.of(
                        409,
                        "retention-runs",
                        "The retention of this identity has not ended.",
                        "It may be erased on this ground after retainUntil.")
                .withErrors(List.of(new FieldError("/ground", "RETENTION", "the retention runs until " + until)))
                .with("retainUntil", until);
    }

    private static Problem referenceNeeded(LocalDate until) {
        return Problem.of(
                        422,
                        "reference-required",
                        "Before the end of the retention an erasure names its file.",
                        "The identity has to be kept until retainUntil; reference is the number of the file that says why"
                                + " it is erased nonetheless.")
                .withErrors(List.of(new FieldError(
                        "/reference", "REQUIRED", "is required while the retention runs, until " + until)))
                .with("retainUntil", until);
    }

    private static String location(Erasure erasure) {
        return "/subjects/" + erasure.subjectId().number() + "/identity-erasure";
    }

    @GET
    @RolesAllowed(Role.Names.REGISTRAR)
    @Operation(
            operationId = "readIdentityErasure",
            summary = "When and on what ground the identity was erased",
            description = "404 as long as it is not.",
            extensions = @Extension(name = "x-saisei-order", value = "299", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The erasure",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ErasureAnswer.class),
                            examples = @ExampleObject(name = "erasure", value = ErasureExamples.ERASURE)))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response read(@PathParam("subjectId") @Parameter(example = ErasureExamples.SUBJECT_ID) String number) {
        var actor = caller.get();
        var erasure = SubjectId.parse(number)
                .flatMap(subjects::find)
                .filter(subject -> subject.visibleTo(actor))
                .flatMap(subject -> erasures.of(subject.subjectId()))
                .orElse(null);
        if (erasure == null) {
            return Answers.problem(Problem.notFound());
        }
        audit.read(actor, "readIdentityErasure", "subject", null, List.of(number));
        return Answers.toResponse(Answer.ok(ErasureAnswer.of(erasure)));
    }
}
