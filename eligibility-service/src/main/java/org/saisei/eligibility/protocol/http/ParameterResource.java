package org.saisei.eligibility.protocol.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import org.saisei.eligibility.protocol.ChangeParameter;
import org.saisei.eligibility.protocol.ChangeParameter.Outcome;
import org.saisei.eligibility.protocol.ParameterChanges;
import org.saisei.eligibility.protocol.ParameterValues;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.idempotency.Idempotency;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;

/** Parameters are as public as the protocol: reading them leaves no row in the audit trail. */
@Path("/protocols/{protocol}/parameters")
@Tag(name = "Protocols")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
class ParameterResource {
    private final CurrentActor caller;
    private final Versions versions;
    private final ParameterValues values;
    private final ParameterChanges changes;
    private final ChangeParameter changeParameter;
    private final Idempotency idempotency;

    ParameterResource(
            CurrentActor caller,
            Versions versions,
            ParameterValues values,
            ParameterChanges changes,
            ChangeParameter changeParameter,
            Idempotency idempotency) {
        this.caller = caller;
        this.versions = versions;
        this.values = values;
        this.changes = changes;
        this.changeParameter = changeParameter;
        this.idempotency = idempotency;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listParameters",
            summary = "A protocol's parameters on a day, with every change and its reason",
            description = "The value on a day is that of the change with the latest first day not after it; of several"
                    + " with that first day, the one recorded last; where there is none, the default.",
            extensions = @Extension(name = "x-saisei-order", value = "103", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ParameterAnswer.All.class),
                            examples = @ExampleObject(name = "stemirac", value = ParameterExamples.ALL)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response list(
            @PathParam("protocol") @Parameter(example = "STEMIRAC") String protocol,
            @QueryParam("on") @Parameter(description = Versions.ON) @Nullable LocalDate on,
            @QueryParam("version") @Parameter(description = Versions.VERSION) @Nullable String version) {
        var asked = versions.find(protocol, on, version);
        return Answers.toResponse(Answer.ok(
                ParameterAnswer.All.of(asked.protocol(), asked.day(), values.all(asked.protocol(), asked.day()))));
    }

    @POST
    @Path("/{parameter}/changes")
    @RolesAllowed(Role.Names.REGISTRAR)
    @Operation(
            operationId = "changeParameter",
            summary = "Give a parameter a value from a day on, with the reason",
            description =
                    "It takes the place of what held from that day on, until the first day of a change that begins"
                            + " later. What has been decided keeps the values it was decided with. Limits of the source"
                            + " cannot be changed. Every verdict names the parameters that it was judged with, and says so"
                            + " where one is not the source's. On no day may the first day of a guide be after its last.",
            extensions = @Extension(name = "x-saisei-order", value = "104", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ParameterChangeRequest.class),
                            examples = @ExampleObject(name = "guide", value = ParameterExamples.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ParameterAnswer.Change.class),
                            examples = @ExampleObject(name = "guide", value = ParameterExamples.CHANGE)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(
            responseCode = "422",
            description =
                    "A limit of the source, or the parameter was not there on that day, or the first of a range would be"
                            + " after its last on some day",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples =
                                    @ExampleObject(name = "limitOfSource", value = ParameterExamples.LIMIT_OF_SOURCE)))
    public Response change(
            @PathParam("protocol") @Parameter(example = "STEMIRAC") String protocol,
            @PathParam("parameter") @Parameter(example = "marrowCollectionGuideDays") String parameter,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "par-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid ParameterChangeRequest request) {
        var actor = caller.get();
        if (!actor.mayTouch(protocol)) {
            return Answers.problem(Problem.forbidden("It is limited to other protocols."));
        }
        return idempotency.answer(
                "changeParameter",
                key,
                request,
                () -> answer(protocol, changeParameter.change(actor, request.toRequest(protocol, parameter))));
    }

    private static Answer answer(String protocol, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded(var change) ->
                Answer.created(
                        location(protocol, change.parameter(), change.changeId()), ParameterAnswer.Change.of(change));
            case Outcome.AlreadyRecorded(var parameter, var id) ->
                Answer.alreadyRecorded(location(protocol, parameter, id));
            case Outcome.NotThere n -> Answer.problem(Problem.notFound());
            case Outcome.NotThatDay(var fault) ->
                Answer.problem(
                        Problem.contradictory(List.of(new FieldError(fault.pointer(), fault.rule(), fault.message()))));
            case Outcome.LimitOfSource(var limit) ->
                Answer.problem(Problem.of(
                                422,
                                "limit-of-the-source",
                                "The source sets this limit.",
                                limit.code() + " is a limit of the source (clause " + limit.clause()
                                        + "): only another version of the protocol changes it.")
                        .with("parameter", limit.code())
                        .with("clause", limit.clause()));
            case Outcome.Crosses(var crossed) ->
                Answer.problem(Problem.contradictory(List.of(new FieldError(
                        "/value",
                        "FIRST_AFTER_LAST",
                        "on " + crossed.on() + " "
                                + crossed.range().first().code() + " would be "
                                + crossed.firstValue().toPlainString() + " and "
                                + crossed.range().last().code() + " "
                                + crossed.lastValue().toPlainString() + ": the first may not be after the last"))));
            case Outcome.OutOfRange(var outside, var range) ->
                Answer.problem(Problem.invalid(
                        "/value",
                        "OUT_OF_RANGE",
                        outside.code() + " must be a whole number from " + range.minimum() + " to " + range.maximum()
                                + " " + outside.unit()));
        };
    }

    private static String location(String protocol, String parameter, UUID changeId) {
        return "/protocols/" + protocol + "/parameters/" + parameter + "/changes/" + changeId;
    }

    @GET
    @Path("/{parameter}/changes/{changeId}")
    @Authenticated
    @Operation(
            operationId = "readParameterChange",
            summary = "Read one change of a parameter",
            extensions = @Extension(name = "x-saisei-order", value = "105", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The change",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ParameterAnswer.Change.class),
                            examples = @ExampleObject(name = "guide", value = ParameterExamples.CHANGE)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(
            @PathParam("protocol") @Parameter(example = "STEMIRAC") String protocol,
            @PathParam("parameter") @Parameter(example = "marrowCollectionGuideDays") String parameter,
            @PathParam("changeId") @Parameter(example = "01958c7e-4b00-7000-8000-000000000014") UUID changeId) {
        return Answers.toResponse(changes.find(changeId)
                .filter(change -> change.protocol().equals(protocol))
                .filter(change -> change.parameter().equals(parameter))
                .map(ParameterAnswer.Change::of)
                .map(Answer::ok)
                .orElseGet(() -> Answer.problem(Problem.notFound())));
    }
}
