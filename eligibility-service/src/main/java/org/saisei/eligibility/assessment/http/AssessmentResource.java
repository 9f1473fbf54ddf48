package org.saisei.eligibility.assessment.http;

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
import org.saisei.eligibility.assessment.AssessPatient;
import org.saisei.eligibility.assessment.Assessment;
import org.saisei.eligibility.assessment.AssessmentOutcome;
import org.saisei.eligibility.assessment.Assessments;
import org.saisei.eligibility.assessment.Candidate;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Codes;
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.kit.idempotency.Idempotency;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

@Path("/assessments")
@Tag(name = "Assessments", description = "適格性評価: may this patient be treated")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class AssessmentResource {
    private final CurrentActor caller;
    private final AssessPatient assessPatient;
    private final Assessments assessments;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    AssessmentResource(
            CurrentActor caller,
            AssessPatient assessPatient,
            Assessments assessments,
            Idempotency idempotency,
            AuditTrail audit) {
        this.caller = caller;
        this.assessPatient = assessPatient;
        this.assessments = assessments;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "assessPatient",
            summary = "Assess a patient at a stage of a protocol",
            description =
                    "Decides on what is sent and on the facility's record. What is left out is unknown, never no: the"
                            + " decision is then INDETERMINATE and `missing` lists the fields that would settle it:"
                            + " pointers into the request, and under /attestations, /links and /physicians/{physicianId}"
                            + " into the facility's record. A decision never changes; a later assessment of the same"
                            + " candidate, protocol and stage supersedes it.",
            extensions = @Extension(name = "x-saisei-order", value = "120", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewAssessment.class),
                            examples = @ExampleObject(name = "planning", value = AssessmentExamples.PLANNING)))
    @APIResponse(
            responseCode = "201",
            description = "Assessed, whatever the decision",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AssessmentAnswer.class),
                            examples = @ExampleObject(name = "planning", value = AssessmentExamples.ANSWER)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response post(
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "asm-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid NewAssessment request) {
        var actor = caller.get();
        if (!actor.mayTouch(request.protocol())) {
            return Answers.problem(Problem.forbidden("It is limited to other protocols."));
        }
        var odd = request.oddities();
        if (!odd.isEmpty()) {
            return Answers.problem(Problem.invalid(odd));
        }
        var facilityId = actor.facility().orElseThrow(() -> new ProblemException(Problem.notFound()));
        return idempotency.answer(
                "assessPatient",
                key,
                request,
                () -> answer(assessPatient.assess(actor, request.toRequest(facilityId))));
    }

    private static Answer answer(AssessmentOutcome outcome) {
        return switch (outcome) {
            case AssessmentOutcome.Decided(var assessment) ->
                Answer.created(
                        "/assessments/" + assessment.assessmentId(), AssessmentAnswer.of(assessment, null, false));
            case AssessmentOutcome.Refusal refusal -> Refusals.answer(refusal);
        };
    }

    /** A page as {@link Page} is written, for the API's description. */
    record AssessmentPage(
            List<AssessmentAnswer> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "listAssessments",
            summary = "Assessments in the order in which they were decided",
            description = "A hospital sees its own, a registrar every facility's.",
            extensions = @Extension(name = "x-saisei-order", value = "121", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AssessmentPage.class),
                            examples = @ExampleObject(name = "assessments", value = AssessmentExamples.PAGE)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    public Response list(
            @QueryParam("documentNumber") @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Nullable String documentNumber,
            @QueryParam("candidateId") @Pattern(regexp = Candidate.ID) @Nullable String candidateId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var actor = caller.get();
        var facilityId = actor.is(Role.REGISTRAR) ? null : actor.facilityId();
        var read = assessments.list(new Assessments.Query(
                facilityId, documentNumber, candidateId, actor.protocols(), Cursor.decodeId(after), limit + 1));
        var page = Page.of(read, limit, assessment -> assessment.assessmentId().toString());
        var superseded = assessments.supersededBy(
                page.items().stream().map(Assessment::assessmentId).toList());
        var items = page.items().stream()
                .map(assessment -> AssessmentAnswer.of(assessment, superseded.get(assessment.assessmentId()), false))
                .toList();
        audit.read(
                actor,
                "listAssessments",
                "assessment",
                "documentNumber=" + AuditTrail.given(documentNumber) + " candidateId=" + candidateId,
                items.stream()
                        .flatMap(item -> Stream.of(item.assessmentId().toString(), item.candidateId()))
                        .distinct()
                        .toList());
        return Answers.toResponse(Answer.ok(new Page<>(items, page.next())));
    }

    @GET
    @Path("/{assessmentId}")
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "readAssessment",
            summary = "Read an assessment with everything it was decided on",
            extensions = @Extension(name = "x-saisei-order", value = "122", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The assessment",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AssessmentAnswer.class),
                            examples = @ExampleObject(name = "planning", value = AssessmentExamples.ANSWER)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(
            @PathParam("assessmentId") @Parameter(example = "01958c7e-4b00-7000-8000-000000000002") UUID assessmentId) {
        var actor = caller.get();
        var assessment = AssessmentAccess.visible(assessments, actor, assessmentId);
        audit.read(
                actor,
                "readAssessment",
                "assessment",
                null,
                List.of(assessmentId.toString(), assessment.candidateId()));
        var supersededBy = assessments.supersededBy(List.of(assessmentId)).get(assessmentId);
        return Answers.toResponse(Answer.ok(AssessmentAnswer.of(assessment, supersededBy, true)));
    }
}
