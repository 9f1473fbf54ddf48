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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
import org.saisei.kit.http.Page;
import org.saisei.kit.idempotency.Idempotency;
import org.saisei.kit.problem.Problem;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.erasure.HoldIdentity;
import org.saisei.registry.erasure.HoldIdentity.Result;
import org.saisei.registry.erasure.LegalHold;
import org.saisei.registry.erasure.LegalHolds;
import org.saisei.registry.identity.SubjectId;

@Path("/subjects/{subjectId}/legal-holds")
@Tag(name = "Erasure")
class LegalHoldsResource {
    private final CurrentActor caller;
    private final HoldIdentity holdIdentity;
    private final Subjects subjects;
    private final LegalHolds holds;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    LegalHoldsResource(
            CurrentActor caller,
            HoldIdentity holdIdentity,
            Subjects subjects,
            LegalHolds holds,
            Idempotency idempotency,
            AuditTrail audit) {
        this.caller = caller;
        this.holdIdentity = holdIdentity;
        this.subjects = subjects;
        this.holds = holds;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Role.Names.REGISTRAR)
    @Operation(
            operationId = "placeLegalHold",
            summary = "Keep an identity from being erased",
            description = "Several may stand at once; each has to be lifted.",
            extensions = @Extension(name = "x-saisei-order", value = "270", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LegalHoldRequest.class),
                            examples = @ExampleObject(name = "hold", value = ErasureExamples.HOLD_REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "The hold stands",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LegalHoldAnswer.class),
                            examples = @ExampleObject(name = "hold", value = ErasureExamples.HOLD)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response place(
            @PathParam("subjectId") @Parameter(example = ErasureExamples.SUBJECT_ID) String number,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "hld-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid LegalHoldRequest request) {
        var actor = caller.get();
        return answer(
                "placeLegalHold",
                key,
                request,
                number,
                subjectId -> holdIdentity.place(
                        actor, subjectId, request.documentNumber(), request.ground(), request.reference()));
    }

    @POST
    @Path("/{holdId}/lifting")
    @RolesAllowed(Role.Names.REGISTRAR)
    @Operation(
            operationId = "liftLegalHold",
            summary = "Let go of an identity again",
            extensions = @Extension(name = "x-saisei-order", value = "272", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LegalHoldRequest.OfLifting.class),
                            examples = @ExampleObject(name = "lifting", value = ErasureExamples.LIFTING_REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "The hold is lifted",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LegalHoldAnswer.class),
                            examples = @ExampleObject(name = "lifted", value = ErasureExamples.LIFTED)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response lift(
            @PathParam("subjectId") @Parameter(example = ErasureExamples.SUBJECT_ID) String number,
            @PathParam("holdId") @Parameter(example = ErasureExamples.HOLD_ID) UUID holdId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "lft-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid LegalHoldRequest.OfLifting request) {
        var actor = caller.get();
        return answer(
                "liftLegalHold",
                key,
                request,
                number,
                subjectId -> holdIdentity.lift(actor, subjectId, holdId, request.documentNumber(), request.ground()));
    }

    private Response answer(
            String operation, @Nullable String key, Object request, String number, Function<SubjectId, Result> act) {
        return idempotency.answer(
                operation,
                key,
                request,
                () -> SubjectId.parse(number)
                        .map(subjectId -> answer(act.apply(subjectId)))
                        .orElseGet(() -> Answer.problem(Problem.notFound())));
    }

    private static Answer answer(Result result) {
        return switch (result) {
            case Result.Placed(var hold) -> Answer.created(location(hold), LegalHoldAnswer.of(hold));
            case Result.Lifted(var hold) -> Answer.created(location(hold), LegalHoldAnswer.of(hold));
            case Result.NotThere ignored -> Answer.problem(Problem.notFound());
            case Result.AlreadyRecorded(var hold) -> Answer.alreadyRecorded(location(hold));
            case Result.AlreadyErased(var erasure) ->
                Answer.problem(Problem.of(
                                409, "already-erased", "The identity is erased already.", "There is nothing to hold."))
                        .header("Location", "/subjects/" + erasure.subjectId().number() + "/identity-erasure");
            case Result.AlreadyLifted(var hold) ->
                Answer.problem(Problem.of(
                                409, "already-lifted", "The hold is lifted already.", "Location leads to the holds."))
                        .header("Location", location(hold));
        };
    }

    private static String location(LegalHold hold) {
        return "/subjects/" + hold.subjectId().number() + "/legal-holds";
    }

    /** A page as {@link Page} is written, for the API's description. */
    record LegalHoldPage(
            List<LegalHoldAnswer> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @RolesAllowed(Role.Names.REGISTRAR)
    @Operation(
            operationId = "listLegalHolds",
            summary = "A subject's legal holds in the order placed, lifted ones included",
            description = "One page holds all.",
            extensions = @Extension(name = "x-saisei-order", value = "271", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "All holds",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LegalHoldPage.class),
                            examples = @ExampleObject(name = "holds", value = ErasureExamples.HOLDS)))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response list(@PathParam("subjectId") @Parameter(example = ErasureExamples.SUBJECT_ID) String number) {
        var actor = caller.get();
        var subject = SubjectId.parse(number)
                .flatMap(subjects::find)
                .filter(one -> one.visibleTo(actor))
                .orElse(null);
        if (subject == null) {
            return Answers.problem(Problem.notFound());
        }
        var items =
                holds.of(subject.subjectId()).stream().map(LegalHoldAnswer::of).toList();
        audit.read(actor, "listLegalHolds", "subject", null, List.of(number));
        return Answers.toResponse(Answer.ok(new Page<>(items, null)));
    }
}
