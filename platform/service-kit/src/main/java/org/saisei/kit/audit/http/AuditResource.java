package org.saisei.kit.audit.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.audit.AuditedResources;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.kit.problem.Problem;

/** Who did or read what. */
@Path("/audit")
@Tag(name = "Audit trail")
class AuditResource {
    private static final String VISIBLE = "^[\\x21-\\x7E]{1,200}$";

    private final CurrentActor caller;
    private final AuditedResources resources;
    private final AuditRows rows;
    private final AuditTrail audit;

    AuditResource(CurrentActor caller, AuditedResources resources, AuditRows rows, AuditTrail audit) {
        this.caller = caller;
        this.resources = resources;
        this.rows = rows;
        this.audit = audit;
    }

    /** A page of the trail, for the API's description. */
    @Schema(name = "AuditPage")
    record AuditPage(
            List<AuditRow> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR, Role.Names.SAFETY_OFFICER, Role.Names.OPERATOR})
    @Operation(
            operationId = "readAudit",
            summary = "Who did or read what, newest first",
            description =
                    "A hospital sees what its own callers did and, asking for a resource of its own, everybody who"
                            + " touched that; another's resource looks as if nobody had. A registrar sees all, one limited to"
                            + " protocols what they did themselves and the resources of those protocols that they ask for. A safety"
                            + " officer sees likewise what was done to cases, where cases are kept. An operator sees who did what"
                            + " when, but no resource, query, reason or state.",
            extensions = @Extension(name = "x-saisei-order", value = "920", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description =
                    "A page. Rows of a transaction that was still running then are not on it, though their position"
                            + " may lie within it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditPage.class),
                            examples = @ExampleObject(name = "touched", value = AuditExamples.PAGE)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    public Response read(
            @Parameter(description = "An id or number as the API's resources have it")
                    @QueryParam("resourceId")
                    @Pattern(regexp = VISIBLE)
                    @Nullable
                    String resourceId,
            @QueryParam("action") @Pattern(regexp = "^[A-Za-z]{1,64}$") @Nullable String action,
            @QueryParam("actor") @Pattern(regexp = VISIBLE) @Nullable String actor,
            @QueryParam("kind") @Pattern(regexp = "^(READ|WRITE)$") @Nullable String kind,
            @Parameter(description = "Recorded at this instant or later; as UTC (`Z`) or with an offset")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = "Recorded before this instant; likewise") @QueryParam("to") @Nullable Instant to,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var asking = caller.get();
        if (from != null && to != null && !from.isBefore(to)) {
            return Answers.problem(Problem.invalid("query:to", "OUT_OF_RANGE", "must be later than from"));
        }
        var scope = AuditScope.of(asking, resources, resourceId);
        var query = new AuditRows.Query(
                resourceId,
                action,
                actor,
                kind == null ? null : AuditRow.Kind.valueOf(kind),
                from,
                to,
                position(after),
                limit + 1);
        var page = Page.of(
                rows.list(scope, query).stream().map(scope::shown).toList(),
                limit,
                row -> Long.toString(row.position()));
        audit.read(
                asking,
                "readAudit",
                "audit",
                "resourceId=" + AuditTrail.given(resourceId) + " action=" + action + " actor=" + AuditTrail.given(actor)
                        + " kind=" + kind + " from=" + from + " to=" + to,
                named(resourceId, scope, page));
        return Answers.toResponse(Answer.ok(page));
    }

    private static @Nullable Long position(@Nullable String after) {
        var decoded = Cursor.decode(after);
        if (decoded == null) {
            return null;
        }
        if (!decoded.matches("[0-9]{1,18}")) {
            throw Cursor.refused();
        }
        return Long.valueOf(decoded);
    }

    /** A resource that is known here, and no text that a caller chose freely. */
    private static List<String> named(@Nullable String resourceId, AuditScope scope, Page<?> page) {
        boolean known = scope instanceof AuditScope.OneResource || !page.items().isEmpty();
        return resourceId != null && known ? List.of(resourceId) : List.of();
    }
}
