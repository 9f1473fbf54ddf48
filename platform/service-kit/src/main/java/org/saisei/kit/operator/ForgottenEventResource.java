package org.saisei.kit.operator;

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
import org.saisei.kit.contract.EventContracts;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Codes;
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.kit.idempotency.Idempotency;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.restore.ForgottenEvent;
import org.saisei.kit.restore.ForgottenEvents;
import org.saisei.kit.restore.ForgottenEvents.Outcome;

/** Own events that stand on their topics, and whose acts a restored database does not know. */
@Path("/forgotten-events")
@Tag(name = "Operators")
@RolesAllowed(Role.Names.OPERATOR)
@APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class ForgottenEventResource {
    private final CurrentActor caller;
    private final ForgottenEvents forgotten;
    private final EventContracts contracts;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    ForgottenEventResource(
            CurrentActor caller,
            ForgottenEvents forgotten,
            EventContracts contracts,
            Idempotency idempotency,
            AuditTrail audit) {
        this.caller = caller;
        this.forgotten = forgotten;
        this.contracts = contracts;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /** A page of forgotten events, for the API's description. */
    @Schema(name = "ForgottenEventPage")
    record ForgottenEventPage(
            List<ForgottenEventView> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @Operation(
            operationId = "listForgottenEvents",
            summary = "Acts that a restore of the database has lost, oldest first",
            description =
                    "Found on the service's topics when it was started on a restored database. Others may know them; this service"
                            + " does not. Have each recorded again, by its documentNumber, or give it up.",
            extensions = @Extension(name = "x-saisei-order", value = "925", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ForgottenEventPage.class),
                            examples = @ExampleObject(name = "forgotten", value = OperatorExamples.FORGOTTEN_PAGE)))
    public Response list(
            @Parameter(example = "saisei.registry.subjects")
                    @QueryParam("topic")
                    @Pattern(regexp = Forms.TOPIC)
                    @Nullable
                    String topic,
            @QueryParam("key") @Pattern(regexp = Forms.KEY) @Nullable String key,
            @Parameter(description = "The facility's own number of the act")
                    @QueryParam("documentNumber")
                    @Pattern(regexp = Codes.DOCUMENT_NUMBER)
                    @Nullable
                    String documentNumber,
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = "^(open|resolved)$") String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        Forms.checkTopic(topic, contracts.topics());
        var query = new ForgottenEvent.Query(
                topic, key, documentNumber, state.equals("open"), Cursor.decodeId(after), limit + 1);
        var page = Page.of(
                forgotten.list(query).stream().map(ForgottenEventView::of).toList(),
                limit,
                view -> view.eventId().toString());
        audit.read(
                caller.get(),
                "listForgottenEvents",
                "forgottenEvent",
                query.toString(),
                page.items().stream().map(view -> view.eventId().toString()).toList());
        return Answers.toResponse(Answer.ok(page));
    }

    @GET
    @Path("/{eventId}")
    @Operation(
            operationId = "getForgottenEvent",
            summary = "One forgotten event, open or resolved",
            extensions = {
                @Extension(name = "x-saisei-order", value = "926", parseValue = true),
                @Extension(name = "x-saisei-needs", value = "forgotten-event")
            })
    @APIResponse(
            responseCode = "200",
            description = "The event, without its value",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ForgottenEventView.class),
                            examples = @ExampleObject(name = "forgotten", value = OperatorExamples.FORGOTTEN)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(
            @Parameter(example = OperatorExamples.ID) @PathParam("eventId") @Pattern(regexp = Forms.UUID)
                    String eventId) {
        var found = forgotten.find(UUID.fromString(eventId));
        audit.read(
                caller.get(),
                "getForgottenEvent",
                "forgottenEvent",
                "eventId " + eventId,
                found.isPresent() ? List.of(eventId) : List.of());
        return Answers.toResponse(found.map(event -> Answer.ok(ForgottenEventView.of(event)))
                .orElseGet(() -> Answer.problem(Problem.notFound())));
    }

    @POST
    @Path("/{eventId}/resolution")
    @Operation(
            operationId = "resolveForgottenEvent",
            summary = "Note that a forgotten act is recorded again, or given up",
            description =
                    "It stands in the open list no more, and GET /reconciliation no longer counts it as lost. Nothing is recorded"
                            + " or sent by this: record the act again first, by the operation that it was recorded by.",
            extensions = {
                @Extension(name = "x-saisei-order", value = "927", parseValue = true),
                @Extension(name = "x-saisei-needs", value = "forgotten-event")
            })
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ForgottenEventOrder.class),
                            examples = @ExampleObject(name = "reEntered", value = OperatorExamples.RE_ENTER)))
    @APIResponse(
            responseCode = "201",
            description = "Noted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ForgottenEventView.class),
                            examples = @ExampleObject(name = "reEntered", value = OperatorExamples.RE_ENTERED)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response resolve(
            @Parameter(example = OperatorExamples.ID) @PathParam("eventId") @Pattern(regexp = Forms.UUID)
                    String eventId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "inc-2026-0045-re-entered")
                    @Nullable
                    String key,
            @NotNull @Valid ForgottenEventOrder request) {
        var operator = caller.get();
        return idempotency.answer(
                "resolveForgottenEvent",
                key,
                request,
                () -> answer(forgotten.resolve(
                        UUID.fromString(eventId),
                        request.resolution(),
                        operator,
                        request.reason(),
                        request.documentNumber())));
    }

    private static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var event) ->
                Answer.created("/forgotten-events/" + event.eventId(), ForgottenEventView.of(event));
            case Outcome.NotThere n -> Answer.problem(Problem.notFound());
            case Outcome.NotOpen(var event) ->
                Answer.problem(Problem.of(
                                409,
                                "not-open",
                                "The event is resolved already.",
                                "Location leads to who resolved it, and how."))
                        .header("Location", "/forgotten-events/" + event.eventId());
        };
    }
}
