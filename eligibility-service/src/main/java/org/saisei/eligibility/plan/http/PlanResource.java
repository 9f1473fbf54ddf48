package org.saisei.eligibility.plan.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
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
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;

/** Nothing is stored or shown of any patient, so a check leaves no row in the audit trail. */
@Path("/treatment-plans")
@Tag(name = "Treatment plans", description = "投与計画: is this plan allowed")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class PlanResource {
    private static final String EXAMPLE = """
            {"protocol": "STEMIRAC", "weightKg": 72.4, "weightMeasuredOn": "2026-05-18", "plannedCells": 150000000,
             "injuryDate": "2026-04-05", "plannedMarrowCollectionOn": "2026-04-24",
             "plannedAdministrationOn": "2026-05-22"}""";

    private static final String ANSWER = """
            {"protocol": "STEMIRAC", "protocolVersion": "2019-02-25",
             "doseInterval": {"minCells": 50000000, "maxCells": 200000000},
             "verdicts": [
               {"criterion": "S-T2", "kind": "REQUIREMENT", "verdict": "MET", "ours": false, "clause": "1",
                "text": {"ja": "自己骨髄間葉系幹細胞として 1 回 0.5×10⁸～2.0×10⁸個（最大投与量は体重 1 kg あたり 3.34×10⁶個）",
                         "en": "0.5×10⁸ to 2.0×10⁸ cells a dose, and at most 3.34×10⁶ cells per kg of body weight."},
                "values": {"maxCells": 200000000, "minCells": 50000000, "plannedCells": 150000000, "weightKg": 72.4},
                "missing": [], "declarable": true}],
             "warnings": []}""";

    private static final String REFUSED = """
            {"type": "/problems/refused-by-rule", "title": "A rule refuses this.", "status": 422, "ruleId": "S-T2",
             "errors": [{"pointer": "/plannedCells", "rule": "S-T2", "message": "outside the allowed interval"}],
             "doseInterval": {"minCells": 50000000, "maxCells": 200000000}}""";

    private final CurrentActor caller;
    private final CheckTreatmentPlan checkTreatmentPlan;

    PlanResource(CurrentActor caller, CheckTreatmentPlan checkTreatmentPlan) {
        this.caller = caller;
        this.checkTreatmentPlan = checkTreatmentPlan;
    }

    @POST
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "checkTreatmentPlan",
            summary = "Check a planned dose and schedule",
            description = "Creates nothing and takes no Idempotency-Key. A dose outside the limits is refused with the"
                    + " rule's id; guides (目安) are warnings.",
            extensions = @Extension(name = "x-saisei-order", value = "130", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlanRequest.class),
                            examples = @ExampleObject(name = "plan", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Allowed",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlanAnswer.class),
                            examples = @ExampleObject(name = "plan", value = ANSWER)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(
            responseCode = "422",
            description = "A limit of the dose refuses it (ruleId), or the data cannot be true together",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "refused", value = REFUSED)))
    public Response check(@NotNull @Valid PlanRequest request) {
        if (!caller.get().mayTouch(request.protocol())) {
            return Answers.problem(Problem.forbidden("It is limited to other protocols."));
        }
        return Answers.toResponse(answer(checkTreatmentPlan.check(request.toPlan())));
    }

    private static Answer answer(PlanOutcome outcome) {
        return switch (outcome) {
            case PlanOutcome.Allowed allowed -> Answer.ok(PlanAnswer.of(allowed));
            case PlanOutcome.DoseRefused refused -> Answer.problem(refused(refused));
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

    private static Problem refused(PlanOutcome.DoseRefused refused) {
        var interval = refused.interval();
        var pointer = interval == null ? "/weightKg" : "/plannedCells";
        var problem = Problem.refused(
                        refused.ruleId(),
                        refused.reason().en(),
                        List.of(new FieldError(
                                pointer, refused.ruleId(), refused.reason().en())))
                .with("reason", refused.reason());
        return interval == null
                ? problem.with("doseInterval", Map.of())
                : problem.with("doseInterval", DoseInterval.of(interval));
    }
}
