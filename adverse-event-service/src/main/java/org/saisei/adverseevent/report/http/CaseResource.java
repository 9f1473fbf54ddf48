package org.saisei.adverseevent.report.http;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.report.CaseQuery;
import org.saisei.adverseevent.report.CompleteDraft;
import org.saisei.adverseevent.report.ReadCases;
import org.saisei.adverseevent.report.ReportAdverseEvent;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Codes;
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.kit.http.Preconditions;
import org.saisei.kit.idempotency.Idempotency;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

@Path("/cases")
@Tag(name = "Cases")
class CaseResource {
    private final CurrentActor caller;
    private final Idempotency idempotency;
    private final ReportAdverseEvent report;
    private final CompleteDraft completion;
    private final ReadCases reading;
    private final AuditTrail audit;

    CaseResource(
            CurrentActor caller,
            Idempotency idempotency,
            ReportAdverseEvent report,
            CompleteDraft completion,
            ReadCases reading,
            AuditTrail audit) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.report = report;
        this.completion = completion;
        this.reading = reading;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "reportCase",
            summary = "Report an adverse event or a malfunction (有害事象・不具合の報告)",
            description = """
                    Any hospital reports about any patient. With the four minimum elements (an identifiable patient, for a \
                    malfunction the lot; a reporter, by profession or by your code; a suspect; a reaction or a \
                    malfunction) the case is `REPORTED` and goes to the safety officers at once. A report that lacks one \
                    is kept as a `DRAFT` and goes nowhere: `missing` names what to add by \
                    `POST /cases/{caseId}/versions`, as the example shows, which lacks the reporter. A reaction counts \
                    with a term, with words of your own (`verbatim`) or with a criterion of seriousness alone; whether it \
                    still has to be coded, `codingOpen` says. The answer never tells whether the patient is known here.""",
            extensions = @Extension(name = "x-saisei-order", value = "310", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportRequest.class),
                            example = CaseExamples.REPORT))
    @APIResponse(
            responseCode = "201",
            description = "Recorded; ETag is the version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CaseView.class),
                            example = CaseExamples.DRAFT))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(
            responseCode = "422",
            description =
                    "A day lies in the future, a protocol is not known, or a code is not in the list it names; errors name"
                            + " the fields",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            example = CaseExamples.REFUSED))
    public Response report(
            @Parameter(required = true, example = "report-2026-001") @HeaderParam("Idempotency-Key") @Nullable
                    String key,
            @NotNull @Valid ReportRequest request) {
        var actor = caller.get();
        var facility = actor.facility()
                .orElseThrow(() -> new ProblemException(Problem.forbidden("A report comes from a facility.")));
        return idempotency.answer(
                "reportCase",
                key,
                request,
                () -> CaseAnswers.of(report.report(
                        actor,
                        facility,
                        request.documentNumber(),
                        ReportBody.content(request),
                        ReportBody.texts(request, null))));
    }

    @POST
    @Path("/{caseId}/versions")
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "addCaseVersion",
            summary = "Complete a draft",
            description = """
                    Sends the whole report again, by the facility that opened the draft. With the fourth element the case \
                    becomes `REPORTED`. Follow-up versions of a reported case are not taken yet (409).""",
            extensions = @Extension(name = "x-saisei-order", value = "320", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VersionRequest.class),
                            example = CaseExamples.VERSION))
    @APIResponse(
            responseCode = "201",
            description = "Recorded; ETag is the new version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CaseView.class),
                            example = CaseExamples.REPORTED))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "412", ref = "#/components/responses/Stale")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    @APIResponse(responseCode = "428", ref = "#/components/responses/PreconditionRequired")
    public Response addVersion(
            @Parameter(example = CaseExamples.CASE_ID) @PathParam("caseId") @Pattern(regexp = Patterns.UUID)
                    String caseId,
            @Parameter(required = true, example = "complete-2026-001") @HeaderParam("Idempotency-Key") @Nullable
                    String key,
            @Parameter(required = true, example = "\"1\"") @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid VersionRequest request) {
        return switch (Preconditions.parse(ifMatch, null)) {
            case Preconditions.Expected.Version(long expected) ->
                idempotency.answer(
                        "addCaseVersion",
                        key,
                        request,
                        () -> complete(caller.get(), UUID.fromString(caseId), expected, request));
            case Preconditions.Expected.Missing missing -> Answers.problem(Preconditions.missing());
            case Preconditions.Expected.Create create -> Answers.problem(Preconditions.stale());
            case Preconditions.Expected.Unmatchable unmatchable -> Answers.problem(Preconditions.stale());
        };
    }

    private Answer complete(Actor actor, UUID caseId, long expected, VersionRequest request) {
        return CaseAnswers.of(completion.complete(
                actor, caseId, expected, ReportBody.content(request), ReportBody.texts(request, request.reason())));
    }

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.SAFETY_OFFICER, Role.Names.REGISTRAR, Role.Names.MANUFACTURER})
    @Operation(
            operationId = "listCases",
            summary = "Cases, newest first",
            description = "A hospital sees its own reports; the manufacturer no drafts. Without narratives.",
            extensions = @Extension(name = "x-saisei-order", value = "321", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CasePage.class),
                            example = CaseExamples.PAGE))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    public Response list(
            @Parameter(example = "AE-2026-001")
                    @QueryParam("documentNumber")
                    @Pattern(regexp = Codes.DOCUMENT_NUMBER)
                    @Nullable
                    String documentNumber,
            @QueryParam("state") @Pattern(regexp = "^(DRAFT|REPORTED)$") @Nullable String state,
            @QueryParam("protocol") @Pattern(regexp = Patterns.PROTOCOL) @Nullable String protocol,
            @QueryParam("serious") @Pattern(regexp = BOOLEAN) @Nullable String serious,
            @QueryParam("specialInterest") @Pattern(regexp = BOOLEAN) @Nullable String specialInterest,
            @QueryParam("facility") @Pattern(regexp = Codes.IDENTIFIER) @Nullable String facility,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var actor = caller.get();
        var query = new CaseQuery(
                documentNumber,
                state,
                protocol,
                serious == null ? null : Boolean.valueOf(serious),
                specialInterest == null ? null : Boolean.valueOf(specialInterest),
                facility,
                Cursor.decodeId(after),
                limit + 1);
        var page = Page.of(
                reading.list(actor, query).stream().map(CaseView::of).toList(),
                limit,
                view -> view.caseId().toString());
        audit.read(
                actor,
                "listCases",
                "case",
                query.audited(),
                page.items().stream().map(view -> view.caseId().toString()).toList());
        return Answers.toResponse(Answer.ok(page));
    }

    private static final String BOOLEAN = "^(true|false)$";

    /** A page of cases, for the API's description. */
    record CasePage(
            List<CaseView> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @Path("/{caseId}")
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.SAFETY_OFFICER, Role.Names.REGISTRAR, Role.Names.MANUFACTURER})
    @Operation(
            operationId = "getCase",
            summary = "One case, with its narrative",
            extensions = @Extension(name = "x-saisei-order", value = "322", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The case at its current version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CaseView.class),
                            example = CaseExamples.READ))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(
            @Parameter(example = CaseExamples.CASE_ID) @PathParam("caseId") @Pattern(regexp = Patterns.UUID)
                    String caseId) {
        var actor = caller.get();
        var found = reading.one(actor, UUID.fromString(caseId));
        audit.read(actor, "getCase", "case", "caseId " + caseId, found.isPresent() ? List.of(caseId) : List.of());
        return Answers.toResponse(found.map(seen -> Answer.ok(CaseView.of(seen))
                        .version(seen.safetyCase().header().version()))
                .orElseGet(() -> Answer.problem(Problem.notFound())));
    }
}
