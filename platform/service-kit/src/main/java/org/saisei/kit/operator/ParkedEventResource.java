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
import org.saisei.kit.inbox.ParkedEvent;
import org.saisei.kit.inbox.ParkedEvents;
import org.saisei.kit.problem.Problem;

/** Received events that wait. */
@Path("/parked-events")
@Tag(name = "Operators")
@RolesAllowed(Role.Names.OPERATOR)
@APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class ParkedEventResource {
    private final CurrentActor caller;
    private final ParkedEvents parked;
    private final EventContracts contracts;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    ParkedEventResource(
            CurrentActor caller,
            ParkedEvents parked,
            EventContracts contracts,
            Idempotency idempotency,
            AuditTrail audit) {
        this.caller = caller;
        this.parked = parked;
        this.contracts = contracts;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /** A page of parked events, for the API's description. */
    @Schema(name = "ParkedEventPage")
    record ParkedEventPage(
            List<ParkedEventView> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @Operation(
            operationId = "listParkedEvents",
            summary = "Received events that wait, oldest first",
            description =
                    "Where each stands and why it waits; never what it says. Begin with reason=POISON: the others wait for"
                            + " those, or for events that have not come.",
            extensions = @Extension(name = "x-saisei-order", value = "911", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ParkedEventPage.class),
                            examples = @ExampleObject(name = "poison", value = OperatorExamples.PAGE)))
    public Response list(
            @Parameter(example = "saisei.registry.subjects")
                    @QueryParam("topic")
                    @Pattern(regexp = Forms.TOPIC)
                    @Nullable
                    String topic,
            @QueryParam("key") @Pattern(regexp = Forms.KEY) @Nullable String key,
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = "^(open|resolved)$") String state,
            @QueryParam("reason") @Pattern(regexp = "^(POISON|BEHIND|GAP)$") @Nullable String reason,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        Forms.checkTopic(topic, contracts.topics());
        var query = new ParkedEvent.Query(
                topic,
                key,
                state.equals("open"),
                reason == null ? null : ParkedEvent.Reason.valueOf(reason),
                Cursor.decodeId(after),
                limit + 1);
        var page = Page.of(
                parked.list(query).stream().map(ParkedEventView::of).toList(),
                limit,
                view -> view.parkedEventId().toString());
        audit.read(
                caller.get(),
                "listParkedEvents",
                "parkedEvent",
                query.toString(),
                page.items().stream()
                        .map(view -> view.parkedEventId().toString())
                        .toList());
        return Answers.toResponse(Answer.ok(page));
    }

    @GET
    @Path("/{parkedEventId}")
    @Operation(
            operationId = "getParkedEvent",
            summary = "One parked event, open or resolved",
            extensions = {
                @Extension(name = "x-saisei-order", value = "912", parseValue = true),
                @Extension(name = "x-saisei-needs", value = "poison-event")
            })
    @APIResponse(
            responseCode = "200",
            description = "The event, without its value",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ParkedEventView.class),
                            examples = @ExampleObject(name = "poison", value = OperatorExamples.POISON)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(
            @Parameter(example = OperatorExamples.ID) @PathParam("parkedEventId") @Pattern(regexp = Forms.UUID)
                    String parkedEventId) {
        var found = parked.find(UUID.fromString(parkedEventId));
        audit.read(
                caller.get(),
                "getParkedEvent",
                "parkedEvent",
                "parkedEventId " + parkedEventId,
                found.isPresent() ? List.of(parkedEventId) : List.of());
        return Answers.toResponse(found.map(event -> Answer.ok(ParkedEventView.of(event)))
                .orElseGet(() -> Answer.problem(Problem.notFound())));
    }

    @POST
    @Path("/{parkedEventId}/replay")
    @Operation(
            operationId = "replayParkedEvent",
            summary = "Apply a parked event, once what it failed by is mended",
            description =
                    "If it fails again nothing changes: 409, still-poison. What waits behind it is applied afterwards. One"
                            + " that waits itself is refused (409): held names the POISON it waits for; too-early the sequences that have"
                            + " not come, which skipMissing gives up for good.",
            extensions = {
                @Extension(name = "x-saisei-order", value = "913", parseValue = true),
                @Extension(name = "x-saisei-needs", value = "event-after-a-gap")
            })
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ParkedEventOrder.class),
                            examples = @ExampleObject(name = "giveUpMissing", value = OperatorExamples.REPLAY)))
    @APIResponse(
            responseCode = "201",
            description = "Applied",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResolutionView.class),
                            examples = @ExampleObject(name = "replayed", value = OperatorExamples.REPLAYED)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(
            responseCode = "409",
            description = "It fails as before (error: classes), waits itself, or is not parked any more (see Location)",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "stillPoison", value = OperatorExamples.STILL_POISON)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response replay(
            @Parameter(example = OperatorExamples.ID) @PathParam("parkedEventId") @Pattern(regexp = Forms.UUID)
                    String parkedEventId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "inc-2026-0042-replay")
                    @Nullable
                    String key,
            @NotNull @Valid ParkedEventOrder request) {
        return answer("replayParkedEvent", parked::replay, parkedEventId, key, request);
    }

    @POST
    @Path("/{parkedEventId}/discard")
    @Operation(
            operationId = "discardParkedEvent",
            summary = "Drop a parked event for good",
            description =
                    "It never has an effect in this service: what it told, this service will not know. Its topic keeps it."
                            + " What waits behind it is applied afterwards. A GAP is dropped only with skipMissing, together with what has not come before"
                            + " it; what is BEHIND is not dropped: 409, held, names the POISON.",
            extensions = {
                @Extension(name = "x-saisei-order", value = "914", parseValue = true),
                @Extension(name = "x-saisei-needs", value = "poison-event")
            })
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ParkedEventOrder.class),
                            examples = @ExampleObject(name = "discard", value = OperatorExamples.DISCARD)))
    @APIResponse(
            responseCode = "201",
            description = "Discarded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResolutionView.class),
                            examples = @ExampleObject(name = "discarded", value = OperatorExamples.DISCARDED)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response discard(
            @Parameter(example = OperatorExamples.ID) @PathParam("parkedEventId") @Pattern(regexp = Forms.UUID)
                    String parkedEventId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "inc-2026-0043-discard")
                    @Nullable
                    String key,
            @NotNull @Valid ParkedEventOrder request) {
        return answer("discardParkedEvent", parked::discard, parkedEventId, key, request);
    }

    @FunctionalInterface
    private interface Act {
        ParkedEvents.Outcome on(UUID id, ParkedEvents.Order order, boolean skipMissing);
    }

    private Response answer(String operation, Act act, String id, @Nullable String key, ParkedEventOrder request) {
        var order = new ParkedEvents.Order(caller.get(), request.reason(), request.documentNumber());
        boolean skipMissing = Boolean.TRUE.equals(request.skipMissing());
        return idempotency.answer(
                operation, key, request, () -> ResolutionView.answer(act.on(UUID.fromString(id), order, skipMissing)));
    }
}
