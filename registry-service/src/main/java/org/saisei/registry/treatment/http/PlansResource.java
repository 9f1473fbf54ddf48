package org.saisei.registry.treatment.http;

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
import java.util.UUID;
import java.util.stream.Stream;
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
import org.saisei.kit.http.Codes;
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.kit.idempotency.Idempotency;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;
import org.saisei.registry.identity.SubjectId;
import org.saisei.registry.protocol.Finding;
import org.saisei.registry.treatment.PlanAdministration;
import org.saisei.registry.treatment.PlanAdministration.Result;
import org.saisei.registry.treatment.Plans;

@Path("/subjects/{subjectId}/planned-administrations")
@Tag(name = "Treatment", description = "What was collected, made and given")
class PlansResource {
    private final CurrentActor caller;
    private final FactEndpoints endpoints;
    private final PlanAdministration planAdministration;
    private final Plans plans;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    PlansResource(
            CurrentActor caller,
            FactEndpoints endpoints,
            PlanAdministration planAdministration,
            Plans plans,
            Idempotency idempotency,
            AuditTrail audit) {
        this.caller = caller;
        this.endpoints = endpoints;
        this.planAdministration = planAdministration;
        this.plans = plans;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "planAdministration",
            summary = "Have an administration checked before it is given",
            description = "Refused (422) outside a limit: the dose (S-T2), a lot whose chain of identity to this"
                    + " subject's own collections is not shown (S-T6), a second administration (S-T4), a decision"
                    + " against the patient (S-R1). ruleId names the first, refusals all of them.",
            extensions = @Extension(name = "x-saisei-order", value = "230", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlanRequest.class),
                            examples = @ExampleObject(name = "plan", value = TreatmentExamples.PLAN)))
    @APIResponse(
            responseCode = "201",
            description = "Within every limit; warnings tell what is outside a guide or not known yet",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlanAnswer.class),
                            examples = @ExampleObject(name = "plan", value = TreatmentExamples.PLAN_ANSWER)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(
            responseCode = "422",
            description = "Outside a limit, or the data cannot be true together",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "refused", value = TreatmentExamples.PLAN_REFUSED)))
    public Response plan(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String number,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "plan-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid PlanRequest request) {
        return idempotency.answer(
                "planAdministration",
                key,
                request,
                () -> SubjectId.parse(number)
                        .map(subjectId ->
                                answer(number, planAdministration.plan(caller.get(), subjectId, request.toPlan())))
                        .orElseGet(() -> Answer.problem(Problem.notFound())));
    }

    private static Answer answer(String number, Result result) {
        return switch (result) {
            case Result.Planned(var plan) ->
                Answer.created(location(number, plan.planId()), PlanAnswer.of(number, plan));
            case Result.NoSuchSubject ignored -> Answer.problem(Problem.notFound());
            case Result.AlreadyRecorded(var place) ->
                Answer.alreadyRecorded(location(place.subjectId().number(), place.planId()));
            case Result.Impossible(var contradictions) ->
                Answer.problem(Problem.contradictory(contradictions.stream()
                        .map(one -> new FieldError(one.pointer(), one.rule(), one.message()))
                        .toList()));
            case Result.Refused(var limits) -> refused(limits);
        };
    }

    private static Answer refused(List<Finding> limits) {
        var errors = limits.stream()
                .flatMap(limit ->
                        pointer(limit).stream().map(pointer -> new FieldError(pointer, limit.ruleId(), limit.detail())))
                .toList();
        return Answer.problem(
                Problem.refused(limits.getFirst().ruleId(), limits.getFirst().detail(), errors)
                        .with("refusals", limits.stream().map(FindingAnswer::of).toList()));
    }

    /** The field that a limit speaks of; a decision or an earlier administration stands in none. */
    private static List<String> pointer(Finding limit) {
        if (limit.values().containsKey("cells")) {
            return List.of("/cells");
        }
        return limit.code().equals("CHAIN_NOT_SHOWN") ? List.of("/lotNumber") : List.of();
    }

    private static String location(String number, UUID planId) {
        return "/subjects/" + number + "/planned-administrations/" + planId;
    }

    /** A page as {@link Page} is written, for the API's description. */
    record PlannedAdministrationPage(
            List<PlanAnswer> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "listPlannedAdministrations",
            summary = "Plans in the order made",
            extensions = @Extension(name = "x-saisei-order", value = "231", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlannedAdministrationPage.class),
                            examples = @ExampleObject(name = "plans", value = TreatmentExamples.PLANS)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response list(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String number,
            @QueryParam("documentNumber") @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Nullable String documentNumber,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var subject = endpoints.visible(number).orElse(null);
        if (subject == null) {
            return Answers.problem(Problem.notFound());
        }
        var page = Page.of(
                plans.list(subject.subjectId(), documentNumber, Cursor.decodeId(after), limit + 1),
                limit,
                plan -> plan.planId().toString());
        var items =
                page.items().stream().map(plan -> PlanAnswer.of(number, plan)).toList();
        audit.read(
                caller.get(),
                "listPlannedAdministrations",
                "subject",
                "documentNumber=" + AuditTrail.given(documentNumber),
                Stream.concat(
                                Stream.of(number),
                                items.stream().map(item -> item.planId().toString()))
                        .toList());
        return Answers.toResponse(Answer.ok(new Page<>(items, page.next())));
    }

    @GET
    @Path("/{planId}")
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "readPlannedAdministration",
            summary = "One plan",
            extensions = @Extension(name = "x-saisei-order", value = "232", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The plan as checked",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlanAnswer.class),
                            examples = @ExampleObject(name = "plan", value = TreatmentExamples.PLAN_ANSWER)))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response read(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String number,
            @PathParam("planId") @Parameter(example = TreatmentExamples.PLAN_ID) UUID planId) {
        var plan = endpoints
                .visible(number)
                .flatMap(subject -> plans.find(subject.subjectId(), planId))
                .orElse(null);
        if (plan == null) {
            return Answers.problem(Problem.notFound());
        }
        audit.read(caller.get(), "readPlannedAdministration", "subject", null, List.of(number, planId.toString()));
        return Answers.toResponse(Answer.ok(PlanAnswer.of(number, plan)));
    }
}
