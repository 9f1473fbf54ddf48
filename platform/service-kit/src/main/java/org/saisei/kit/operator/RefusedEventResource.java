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
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.kit.idempotency.Idempotency;
import org.saisei.kit.outbox.RefusedEvent;
import org.saisei.kit.outbox.RefusedEvents;
import org.saisei.kit.outbox.RefusedEvents.Outcome;
import org.saisei.kit.problem.Problem;

/** Own events that the broker refuses for good. */
@Path("/refused-events")
@Tag(name = "Operators")
@RolesAllowed(Role.Names.OPERATOR)
@APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class RefusedEventResource {
    private final CurrentActor caller;
    private final RefusedEvents refused;
    private final EventContracts contracts;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    RefusedEventResource(
            CurrentActor caller,
            RefusedEvents refused,
            EventContracts contracts,
            Idempotency idempotency,
            AuditTrail audit) {
        this.caller = caller;
        this.refused = refused;
        this.contracts = contracts;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /** A page of refused events, for the API's description. */
    @Schema(name = "RefusedEventPage")
    record RefusedEventPage(
            List<RefusedEventView> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @Operation(
            operationId = "listRefusedEvents",
            summary = "Own events that the broker refuses, oldest first",
            description = "Each holds back what follows of its key and topic. None is ever dropped: it is committed.",
            extensions = @Extension(name = "x-saisei-order", value = "921", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RefusedEventPage.class),
                            examples = @ExampleObject(name = "tooLarge", value = OperatorExamples.REFUSED_PAGE)))
    public Response list(
            @Parameter(example = "saisei.registry.subjects")
                    @QueryParam("topic")
                    @Pattern(regexp = Forms.TOPIC)
                    @Nullable
                    String topic,
            @QueryParam("key") @Pattern(regexp = Forms.KEY) @Nullable String key,
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = "^(open|released)$") String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        Forms.checkTopic(topic, contracts.topics());
        var query = new RefusedEvent.Query(topic, key, state.equals("open"), Cursor.decodeId(after), limit + 1);
        var page = Page.of(
                refused.list(query).stream().map(RefusedEventView::of).toList(),
                limit,
                view -> view.eventId().toString());
        audit.read(
                caller.get(),
                "listRefusedEvents",
                "refusedEvent",
                query.toString(),
                page.items().stream().map(view -> view.eventId().toString()).toList());
        return Answers.toResponse(Answer.ok(page));
    }

    @GET
    @Path("/{eventId}")
    @Operation(
            operationId = "getRefusedEvent",
            summary = "One refused event, held back or released",
            extensions = {
                @Extension(name = "x-saisei-order", value = "922", parseValue = true),
                @Extension(name = "x-saisei-needs", value = "refused-event")
            })
    @APIResponse(
            responseCode = "200",
            description = "The event, without its value",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RefusedEventView.class),
                            examples = @ExampleObject(name = "tooLarge", value = OperatorExamples.REFUSED)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(
            @Parameter(example = OperatorExamples.ID) @PathParam("eventId") @Pattern(regexp = Forms.UUID)
                    String eventId) {
        var found = refused.find(UUID.fromString(eventId));
        audit.read(
                caller.get(),
                "getRefusedEvent",
                "refusedEvent",
                "eventId " + eventId,
                found.isPresent() ? List.of(eventId) : List.of());
        return Answers.toResponse(found.map(event -> Answer.ok(RefusedEventView.of(event)))
                .orElseGet(() -> Answer.problem(Problem.notFound())));
    }

    @POST
    @Path("/{eventId}/release")
    @Operation(
            operationId = "releaseRefusedEvent",
            summary = "Have a refused event sent again, once the broker would take it",
            description =
                    "It is sent within seconds, and what follows of its key after it. If the broker refuses it as before, it"
                            + " is held back again, and stands in the list again.",
            extensions = {
                @Extension(name = "x-saisei-order", value = "923", parseValue = true),
                @Extension(name = "x-saisei-needs", value = "refused-event")
            })
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReleaseOrder.class),
                            examples = @ExampleObject(name = "release", value = OperatorExamples.RELEASE)))
    @APIResponse(
            responseCode = "201",
            description = "Released",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RefusedEventView.class),
                            examples = @ExampleObject(name = "released", value = OperatorExamples.RELEASED)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response release(
            @Parameter(example = OperatorExamples.ID) @PathParam("eventId") @Pattern(regexp = Forms.UUID)
                    String eventId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "inc-2026-0044-release")
                    @Nullable
                    String key,
            @NotNull @Valid ReleaseOrder request) {
        var operator = caller.get();
        return idempotency.answer(
                "releaseRefusedEvent",
                key,
                request,
                () -> answer(refused.release(
                        UUID.fromString(eventId), operator, request.reason(), request.documentNumber())));
    }

    private static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var event) ->
                Answer.created("/refused-events/" + event.eventId(), RefusedEventView.of(event));
            case Outcome.NotThere n -> Answer.problem(Problem.notFound());
            case Outcome.NotRefused(var event) ->
                Answer.problem(Problem.of(
                                409,
                                "not-refused",
                                "The event is not held back any more.",
                                "Location leads to who released it."))
                        .header("Location", "/refused-events/" + event.eventId());
        };
    }
}
