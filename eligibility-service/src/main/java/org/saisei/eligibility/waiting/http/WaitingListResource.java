package org.saisei.eligibility.waiting.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.waiting.RankedCandidates.Position;
import org.saisei.eligibility.waiting.ReadWaitingList;
import org.saisei.eligibility.waiting.ReadWaitingList.Outcome;
import org.saisei.eligibility.waiting.ReadWaitingList.Place;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.kit.problem.Problem;

@Path("/waiting-list")
@Tag(name = "Waiting list", description = "待機リスト: who comes first while there is not enough for all")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class WaitingListResource {
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private final CurrentActor caller;
    private final ReadWaitingList readWaitingList;
    private final AuditTrail audit;

    WaitingListResource(CurrentActor caller, ReadWaitingList readWaitingList, AuditTrail audit) {
        this.caller = caller;
        this.readWaitingList = readWaitingList;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "readWaitingList",
            summary = "Eligible candidates in the order in which they are to be treated",
            description =
                    "A registrar sees every place; a hospital the places of its own candidates, with their rank among"
                            + " all. A candidate is on it whose standing assessment at the first stage is ELIGIBLE or"
                            + " ELIGIBLE_WITH_CAUTION, until they are enrolled or refused, until an assessment that is not"
                            + " eligible takes its place, until they are found INELIGIBLE or NOT_RECOMMENDED at another"
                            + " stage, or until it is older than the parameter waitingListDays. While the facility's"
                            + " accreditation is not in force its candidates are left out, so that every place is one that"
                            + " can be served; they are back, in their order, once it is. AIS A comes first while the"
                            + " parameter initialSupplyRanking is 1; then the earlier day of injury, one that is not known"
                            + " last; then the earlier day of the first assessment, and that assessment's id. For a past"
                            + " day, what had been assessed by then counts. (ours: all but that AIS A comes first while"
                            + " supply is limited)",
            extensions = @Extension(name = "x-saisei-order", value = "140", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WaitingListAnswer.class),
                            examples = @ExampleObject(name = "waitingList", value = WaitingListExamples.PAGE)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    public Response read(
            @QueryParam("protocol")
                    @Parameter(required = true, example = "STEMIRAC")
                    @NotNull
                    @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,39}$")
                    String protocol,
            @QueryParam("on") @Parameter(description = "Not in the future; left out, today (Asia/Tokyo).") @Nullable
                    LocalDate on,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var actor = caller.get();
        if (!actor.mayTouch(protocol)) {
            return Answers.problem(Problem.forbidden("It is limited to other protocols."));
        }
        var facilityId = actor.is(Role.REGISTRAR) ? null : actor.facilityId();
        var outcome =
                readWaitingList.read(new ReadWaitingList.Request(protocol, on, facilityId, position(after), limit + 1));
        return switch (outcome) {
            case Outcome.Listed listed -> {
                var page = Page.of(listed.places(), limit, WaitingListResource::position);
                audit.read(
                        actor,
                        "readWaitingList",
                        "candidate",
                        "protocol=" + protocol + " on=" + listed.on(),
                        page.items().stream()
                                .map(place -> place.ranked().candidateId())
                                .toList());
                yield Answers.toResponse(Answer.ok(WaitingListAnswer.of(listed, page)));
            }
            case Outcome.UnknownProtocol u -> invalid("query:protocol", "UNKNOWN_PROTOCOL", "is not a protocol here");
            case Outcome.NoPriorityRule n ->
                invalid("query:protocol", "NO_PRIORITY_RULE", "the protocol ranks nobody, so it has no waiting list");
            case Outcome.InFuture f -> invalid("query:on", "IN_FUTURE", "is not a day that has come");
            case Outcome.BeforeProtocol b ->
                invalid("query:on", "BEFORE_PROTOCOL", "is before the protocol's first version took effect");
        };
    }

    private static Response invalid(String pointer, String rule, String message) {
        return Answers.problem(Problem.invalid(pointer, rule, message));
    }

    private static String position(Place place) {
        var position = place.ranked().position();
        return position.group() + " " + position.since() + " " + position.firstAssessedOn() + " "
                + position.firstAssessmentId();
    }

    private static @Nullable Position position(@Nullable String after) {
        var decoded = Cursor.decode(after);
        if (decoded == null) {
            return null;
        }
        var parts = decoded.split(" ", -1);
        try {
            if (parts.length == 4 && parts[0].matches("[0-9]{1,3}") && parts[1].matches(DAY) && parts[2].matches(DAY)) {
                return new Position(
                        Integer.parseInt(parts[0]),
                        LocalDate.parse(parts[1]),
                        LocalDate.parse(parts[2]),
                        UUID.fromString(parts[3]));
            }
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            // as any other that we have not given out
        }
        throw Cursor.refused();
    }
}
