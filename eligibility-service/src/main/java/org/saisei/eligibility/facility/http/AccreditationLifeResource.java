package org.saisei.eligibility.facility.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
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
import org.saisei.eligibility.facility.Accreditation;
import org.saisei.eligibility.facility.AccreditationAct;
import org.saisei.eligibility.facility.ChangeAccreditation;
import org.saisei.eligibility.facility.ChangeAccreditation.Outcome;
import org.saisei.eligibility.facility.http.FacilityAnswers.AccreditationAnswer;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.idempotency.Idempotency;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.time.RegulatoryDays;

/** What a registrar does with an accreditation once it is granted. */
@Path("/facilities/{facilityId}/accreditations")
@Tag(name = "Facilities")
@APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
@APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
@APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
@APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
class AccreditationLifeResource {
    private final CurrentActor caller;
    private final ChangeAccreditation changeAccreditation;
    private final Idempotency idempotency;
    private final InstantSource clock;

    AccreditationLifeResource(
            CurrentActor caller,
            ChangeAccreditation changeAccreditation,
            Idempotency idempotency,
            InstantSource clock) {
        this.caller = caller;
        this.changeAccreditation = changeAccreditation;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @POST
    @Path("/{protocol}/suspension")
    @RolesAllowed(Role.Names.REGISTRAR)
    @Operation(
            operationId = "suspendAccreditation",
            summary = "Suspend a facility's accreditation under a protocol",
            description =
                    "From a day on, past or to come, until it is resumed. One that is not ACCREDITED on that day is"
                            + " not suspended: 409. Refused (422, FOLLOWED at /from) while another accreditation under the"
                            + " protocol is to begin later and neither suspended nor ended on its first day: that one is"
                            + " suspended or withdrawn first, from that day on. Published at once, whenever the day is.",
            extensions = @Extension(name = "x-saisei-order", value = "117", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccreditationChangeRequest.class),
                            examples = @ExampleObject(name = "suspension", value = LifeExamples.SUSPENSION)))
    @APIResponse(
            responseCode = "201",
            description = "The accreditation, with its history",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccreditationAnswer.class),
                            examples = @ExampleObject(name = "suspension", value = LifeExamples.SUSPENSION_ANSWER)))
    public Response suspend(
            @PathParam("facilityId") @Parameter(example = "F-TOKYO-01") String facilityId,
            @PathParam("protocol") @Parameter(example = "STEMIRAC") String protocol,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "sus-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid AccreditationChangeRequest request) {
        return change("suspendAccreditation", AccreditationAct.SUSPENSION, facilityId, protocol, key, request);
    }

    @POST
    @Path("/{protocol}/resumption")
    @RolesAllowed(Role.Names.REGISTRAR)
    @Operation(
            operationId = "resumeAccreditation",
            summary = "Resume a facility's suspended accreditation",
            description =
                    "From a day on, past or to come. The facility requirements are judged anew as of that day and must"
                            + " all be MET: else 422, with the verdicts. One that is not SUSPENDED on that day is not resumed: 409.",
            extensions = @Extension(name = "x-saisei-order", value = "118", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccreditationChangeRequest.class),
                            examples = @ExampleObject(name = "resumption", value = LifeExamples.RESUMPTION)))
    @APIResponse(
            responseCode = "201",
            description = "The accreditation, with its history",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccreditationAnswer.class),
                            examples = @ExampleObject(name = "resumption", value = LifeExamples.RESUMPTION_ANSWER)))
    public Response resume(
            @PathParam("facilityId") @Parameter(example = "F-TOKYO-01") String facilityId,
            @PathParam("protocol") @Parameter(example = "STEMIRAC") String protocol,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "res-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid AccreditationChangeRequest request) {
        return change("resumeAccreditation", AccreditationAct.RESUMPTION, facilityId, protocol, key, request);
    }

    @POST
    @Path("/{protocol}/withdrawal")
    @RolesAllowed(Role.Names.REGISTRAR)
    @Operation(
            operationId = "withdrawAccreditation",
            summary = "Withdraw a facility's accreditation under a protocol",
            description =
                    "From a day on, past or to come, for good: a new accreditation is needed afterwards. Refused (422,"
                            + " FOLLOWED at /from) while another accreditation under the protocol is to begin later and has"
                            + " not ended on its first day: that one is withdrawn first, from that day on.",
            extensions = @Extension(name = "x-saisei-order", value = "119", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccreditationChangeRequest.class),
                            examples = @ExampleObject(name = "withdrawal", value = LifeExamples.WITHDRAWAL)))
    @APIResponse(
            responseCode = "201",
            description = "The accreditation, with its history",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccreditationAnswer.class),
                            examples = @ExampleObject(name = "withdrawal", value = LifeExamples.WITHDRAWAL_ANSWER)))
    public Response withdraw(
            @PathParam("facilityId") @Parameter(example = "F-TOKYO-01") String facilityId,
            @PathParam("protocol") @Parameter(example = "STEMIRAC") String protocol,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "wit-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid AccreditationChangeRequest request) {
        return change("withdrawAccreditation", AccreditationAct.WITHDRAWAL, facilityId, protocol, key, request);
    }

    private Response change(
            String operation,
            AccreditationAct act,
            String facilityId,
            String protocol,
            @Nullable String key,
            AccreditationChangeRequest request) {
        var actor = caller.get();
        FacilityAccess.check(actor, facilityId);
        if (!actor.mayTouch(protocol)) {
            return Answers.problem(Problem.forbidden("It is limited to other protocols."));
        }
        return idempotency.answer(
                operation,
                key,
                request,
                () -> answer(
                        facilityId, changeAccreditation.change(actor, request.toRequest(facilityId, protocol, act))));
    }

    private Answer answer(String facilityId, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed(var accreditation) ->
                Answer.created(
                        AccreditationResource.location(
                                facilityId, accreditation.terms().accreditationId()),
                        AccreditationAnswer.of(accreditation, RegulatoryDays.today(clock)));
            case Outcome.AlreadyRecorded(var id) ->
                Answer.alreadyRecorded(AccreditationResource.location(facilityId, id));
            case Outcome.NotThere n -> Answer.problem(Problem.notFound());
            case Outcome.NotFromState(var state, var since) ->
                Answer.problem(Problem.of(
                                409,
                                "accreditation-state",
                                "The accreditation does not let itself be changed so from its state.",
                                "It is " + state + " from " + since + " on.")
                        .with("state", state)
                        .with("stateFrom", since));
            case Outcome.Contradictory(var fault) ->
                Answer.problem(Problem.contradictory(Outcomes.errors(List.of(fault))));
            case Outcome.RequirementsNotMet(var verdicts) ->
                Answer.problem(Problem.of(
                                422,
                                "requirements-not-met",
                                "The facility requirements are not all shown to be met on that day.",
                                null)
                        .withErrors(Accreditation.notMet(verdicts).stream()
                                .map(requirement ->
                                        new FieldError("/from", requirement, "is not shown to be met on that day"))
                                .toList())
                        .with("verdicts", verdicts));
        };
    }
}
