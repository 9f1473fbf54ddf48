package org.saisei.eligibility.plan.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.saisei.eligibility.plan.CheckTreatmentPlan;
import org.saisei.eligibility.plan.PlanOutcome;
import org.saisei.eligibility.plan.http.PlanAnswer.DoseInterval;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/** Keeps nothing. A check that names a candidate shows what is known of them, so it leaves its row in the audit trail. */
@Path("/treatment-plans")
@Tag(name = "Treatment plans", description = "投与計画: is this plan allowed")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class PlanResource {
    private final CurrentActor caller;
    private final CheckTreatmentPlan checkTreatmentPlan;
    private final AuditTrail audit;

    PlanResource(CurrentActor caller, CheckTreatmentPlan checkTreatmentPlan, AuditTrail audit) {
        this.caller = caller;
        this.checkTreatmentPlan = checkTreatmentPlan;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "checkTreatmentPlan",
            summary = "Check a planned dose, schedule and administration",
            description =
                    "Creates nothing and takes no Idempotency-Key. Says everything at once: every limit that the plan"
                            + " does not keep is an error of the one refusal (422), with its rule's id and the field to change;"
                            + " guides (目安) are warnings; what is not planned yet is UNKNOWN and refuses nothing. Allowed or"
                            + " refused, the answer has the doses allowed at the weight and the days on which each step is"
                            + " expected.",
            extensions = @Extension(name = "x-saisei-order", value = "130", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlanRequest.class),
                            examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
    @APIResponse(
            responseCode = "200",
            description = "Allowed",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlanAnswer.class),
                            examples = @ExampleObject(name = "plan", value = PlanExamples.ANSWER)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(
            responseCode = "422",
            description = "A limit refuses it (ruleId, and each in errors), or the data cannot be true together",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "refused", value = PlanExamples.REFUSED)))
    public Response check(@NotNull @Valid PlanRequest request) {
        var actor = caller.get();
        if (!actor.mayTouch(request.protocol())) {
            return Answers.problem(Problem.forbidden("It is limited to other protocols."));
        }
        var facilityId = actor.facility().orElseThrow(() -> new ProblemException(Problem.notFound()));
        var outcome = checkTreatmentPlan.check(request.toPlan(facilityId));
        if (request.candidateId() != null && outcome instanceof PlanOutcome.Checked) {
            audit.read(actor, "checkTreatmentPlan", "candidate", null, List.of(request.candidateId()));
        }
        return Answers.toResponse(answer(outcome));
    }

    private static Answer answer(PlanOutcome outcome) {
        return switch (outcome) {
            case PlanOutcome.Checked checked -> answer(checked);
            case PlanOutcome.UnknownCandidate u ->
                Answer.problem(Problem.notFound()
                        .withErrors(
                                List.of(new FieldError("/candidateId", "NOT_FOUND", "is not one of your facility's"))));
            case PlanOutcome.UnknownProtocol u ->
                Answer.problem(Problem.invalid("/protocol", "UNKNOWN_PROTOCOL", "is not a protocol here"));
            case PlanOutcome.NoDoseRule n ->
                Answer.problem(Problem.invalid("/protocol", "NO_DOSE_RULE", "the protocol has no limits for a dose"));
            case PlanOutcome.Contradictory(var faults) ->
                Answer.problem(Problem.contradictory(faults.stream()
                        .map(fault ->
                                new FieldError(PlanAnswer.pointer(fault.pointer()), fault.rule(), fault.message()))
                        .toList()));
        };
    }

    private static Answer answer(PlanOutcome.Checked checked) {
        var interval = checked.interval();
        return checked.refusals().isEmpty() && interval != null
                ? Answer.ok(PlanAnswer.of(checked, interval))
                : Answer.problem(refused(checked));
    }

    private static Problem refused(PlanOutcome.Checked checked) {
        var refusals = checked.refusals();
        var interval = checked.interval();
        var errors = refusals.stream()
                .map(refusal -> new FieldError(
                        refusal.pointer(), refusal.ruleId(), refusal.reason().en()))
                .toList();
        var detail = refusals.stream().map(refusal -> refusal.reason().en()).collect(Collectors.joining(" "));
        return Problem.refused(refusals.getFirst().ruleId(), detail, errors)
                .with("reason", refusals.getFirst().reason())
                .with("refusals", refusals)
                .with("doseInterval", interval == null ? Map.of() : DoseInterval.of(interval))
                .with("schedule", checked.schedule())
                .with("verdicts", PlanAnswer.verdicts(checked))
                .with("warnings", PlanAnswer.warnings(checked));
    }
}
