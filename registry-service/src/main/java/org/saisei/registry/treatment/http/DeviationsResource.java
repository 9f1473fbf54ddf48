package org.saisei.registry.treatment.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
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
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Page;
import org.saisei.kit.problem.Problem;
import org.saisei.registry.treatment.Deviations;

@Path("/subjects/{subjectId}/deviations")
@Tag(name = "Treatment", description = "What was collected, made and given")
class DeviationsResource {
    private final CurrentActor caller;
    private final FactEndpoints endpoints;
    private final Deviations deviations;
    private final AuditTrail audit;

    DeviationsResource(CurrentActor caller, FactEndpoints endpoints, Deviations deviations, AuditTrail audit) {
        this.caller = caller;
        this.endpoints = endpoints;
        this.deviations = deviations;
        this.audit = audit;
    }

    /** A page as {@link Page} is written, for the API's description. */
    record DeviationPage(
            List<DeviationAnswer> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "listDeviations",
            summary = "A subject's deviations (逸脱) in the order recorded, withdrawn ones included",
            description =
                    "One page holds all. All are weighed again with every fact or correction that bears on them. Days"
                            + " that contradict each other between two records are a deviation (S-T6, DAYS_CONTRADICT) of"
                            + " both, until the mistaken one is corrected; that one is withdrawn is told here, not as an"
                            + " event.",
            extensions = @Extension(name = "x-saisei-order", value = "250", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "All deviations",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DeviationPage.class),
                            examples = @ExampleObject(name = "deviations", value = TreatmentExamples.DEVIATIONS)))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response list(@PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String number) {
        var subject = endpoints.visible(number).orElse(null);
        if (subject == null) {
            return Answers.problem(Problem.notFound());
        }
        var items = deviations.of(subject.subjectId()).stream()
                .map(DeviationAnswer::of)
                .toList();
        audit.read(caller.get(), "listDeviations", "subject", null, List.of(number));
        return Answers.toResponse(Answer.ok(new Page<>(items, null)));
    }
}
