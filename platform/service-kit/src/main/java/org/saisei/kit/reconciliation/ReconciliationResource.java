package org.saisei.kit.reconciliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.problem.Problem;

@Path("/reconciliation")
@Tag(name = "Operators")
@RolesAllowed(Role.Names.OPERATOR)
class ReconciliationResource {
    private static final String EXAMPLE = """
            {"since": "2026-04-30T18:00:00Z", "until": "2026-05-01T18:00:00Z", "complete": true,
             "totals": {"LOST": 1, "DUPLICATED": 0, "REORDERED": 0, "UNSEEN": 0, "HALF_APPLIED": 0},
             "checks": [
              {"check": "outbox", "complete": true, "tookMillis": 4, "measures": {"waiting": 0}, "anomalies": []},
              {"check": "published", "complete": true, "tookMillis": 310,
               "measures": {"events": 1280, "repeated": 2, "foreignRecords": 0},
               "anomalies": [{"kind": "LOST", "what": "published, and not on its topic", "count": 1,
                "ids": ["01958c7e-4a00-7000-8000-0000000000b1"]}]}]}""";

    private final CurrentActor caller;
    private final Reconciliation reconciliation;
    private final AuditTrail audit;

    ReconciliationResource(CurrentActor caller, Reconciliation reconciliation, AuditTrail audit) {
        this.caller = caller;
        this.reconciliation = reconciliation;
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "reconcile",
            summary =
                    "What this service finds out about itself: is anything lost, twice, out of order, unseen, half applied",
            description =
                    "Looks at its own database and at the topics, and changes nothing. Ends within 10 s; a check that could"
                            + " not look at all of it by then is not complete: ask for fewer hours. One run at a time on each replica.",
            extensions = @Extension(name = "x-saisei-order", value = "931", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "What was looked at, and what was found",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReconciliationView.class),
                            examples = @ExampleObject(name = "oneLost", value = EXAMPLE)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    public Response reconcile(@QueryParam("hours") @DefaultValue("24") @Min(1) @Max(24 * 31) int hours) {
        var report = reconciliation.run(Duration.ofHours(hours));
        if (report.isEmpty()) {
            return Answers.toResponse(
                    Answer.problem(Problem.of(409, "reconciliation-running", "Another run is going on here.", null))
                            .header("Retry-After", "5"));
        }
        var view = ReconciliationView.of(report.get());
        audit.read(
                caller.get(),
                "reconcile",
                "reconciliation",
                "hours " + hours,
                view.checks().stream()
                        .flatMap(check -> check.anomalies().stream())
                        .flatMap(anomaly -> anomaly.ids().stream())
                        .toList());
        return Answers.toResponse(Answer.ok(view));
    }
}
