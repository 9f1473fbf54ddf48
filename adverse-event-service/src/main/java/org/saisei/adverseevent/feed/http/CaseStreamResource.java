package org.saisei.adverseevent.feed.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.feed.FeedHead;
import org.saisei.adverseevent.feed.FeedPosition;
import org.saisei.adverseevent.feed.FeedStore;
import org.saisei.adverseevent.feed.FeedTail;
import org.saisei.adverseevent.feed.Subscribers;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.database.SqlFailure;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

@Path("/cases/stream")
@Tag(name = "Streams for safety officers")
class CaseStreamResource {
    private static final Logger LOG = Logger.getLogger(CaseStreamResource.class);

    private final CurrentActor caller;
    private final JsonWebToken token;
    private final StreamPreferences preferences;
    private final FeedStore feed;
    private final FeedTail tail;
    private final Subscribers subscribers;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Duration heartbeat;

    CaseStreamResource(
            CurrentActor caller,
            JsonWebToken token,
            StreamPreferences preferences,
            FeedStore feed,
            FeedTail tail,
            Subscribers subscribers,
            AuditTrail audit,
            InstantSource clock,
            @ConfigProperty(name = "saisei.stream.heartbeat") Duration heartbeat) {
        this.caller = caller;
        this.token = token;
        this.preferences = preferences;
        this.feed = feed;
        this.tail = tail;
        this.subscribers = subscribers;
        this.audit = audit;
        this.clock = clock;
        this.heartbeat = heartbeat;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RunOnVirtualThread
    @RolesAllowed({Role.Names.SAFETY_OFFICER, Role.Names.REGISTRAR, Role.Names.MANUFACTURER})
    @Operation(
            operationId = "streamCases",
            summary = "Cases as they are reported and linked (Server-Sent Events)",
            description = """
                    Each event has the `id` `<generation>-<position>` (positions are dense; filters leave some out), the \
                    `event` `case-reported` or `case-linked`, and as `data` the same thin record as the value on the topic \
                    `saisei.safety.cases`. The narrative is read at `GET /cases/{caseId}`.

                    Begins after `Last-Event-ID`, else after `?after=`, else with what comes from now on; the position \
                    at which it begins is sent as `id` at once. `?after=<generation>-0` begins with the first case kept; \
                    the generation is the first part of any id of the stream. A position that was pruned, given out \
                    before a restore, or never given out is answered 410: list `GET /cases` for what you may have missed.

                    A comment comes at least every 15 s. The stream ends when the token expires; connect again with a \
                    fresh one and the last id. The alert of a mixed-up product (S-T6) passes the filters `seriousness` \
                    and `specialInterest` whatever they say (ours). A filter that can never match is refused.""",
            extensions = @Extension(name = "x-saisei-order", value = "330", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            example = StreamExamples.STREAM))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(
            responseCode = "410",
            description = "The stream cannot go on from that position",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            example = StreamExamples.GONE))
    public void stream(
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServerResponse response,
            @Context UriInfo uri,
            @Parameter(description = "Id of the last event seen; goes before `after`")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Parameter(description = "`<generation>-<position>`") @QueryParam(StreamPreferences.AFTER) @Nullable
                    String after,
            @Parameter(description = "e.g. `STEMIRAC`") @QueryParam(StreamPreferences.PROTOCOL) @Nullable
                    String protocol,
            @Parameter(description = "`SERIOUS`, `NOT_SERIOUS` or one criterion of ICH E2A, e.g. `DEATH`")
                    @QueryParam(StreamPreferences.SERIOUSNESS)
                    @Nullable
                    String seriousness,
            @Parameter(description = "`true` or `false`") @QueryParam(StreamPreferences.SPECIAL_INTEREST) @Nullable
                    String specialInterest,
            @Parameter(description = "The reporting facility") @QueryParam(StreamPreferences.FACILITY) @Nullable
                    String facility)
            throws InterruptedException {
        var actor = caller.get();
        var filter = preferences.filter(actor, uri.getQueryParameters());
        var start = start(lastEventId, after, feed.head());
        audit.read(actor, "openCaseStream", "case-stream", "from " + start + " " + filter, List.of());
        var stream = new CaseStream(
                sink,
                sse,
                response,
                feed,
                tail,
                filter,
                start,
                Instant.ofEpochSecond(token.getExpirationTime()),
                heartbeat,
                clock);
        boolean safetyOfficer = actor.is(Role.SAFETY_OFFICER);
        subscribers.opened(safetyOfficer);
        try (sink) {
            close(actor, start, stream, stream.run().name());
        } catch (RuntimeException e) {
            // the client connects again with its last id, to whichever replica can answer
            LOG.warnf("A case stream ended early: %s", SqlFailure.brief(e));
            close(actor, start, stream, "FAILED");
        } finally {
            subscribers.closed(safetyOfficer);
        }
    }

    private void close(Actor actor, FeedPosition start, CaseStream stream, String end) {
        audit.read(
                actor,
                "closeCaseStream",
                "case-stream",
                "from " + start + " to " + stream.cursor() + ", " + stream.sent() + " sent, " + end,
                List.of());
    }

    private static FeedPosition start(@Nullable String lastEventId, @Nullable String after, FeedHead head) {
        var asked = lastEventId == null || lastEventId.isEmpty() ? after : lastEventId;
        if (asked == null) {
            return head.last();
        }
        return FeedPosition.parse(asked)
                .filter(head::canResumeAfter)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        410,
                        "stream-position-gone",
                        "The stream cannot go on from that position.",
                        "It was pruned, given out before a restore, or never given out. Connect without it, and list GET /cases"
                                + " for what you may have missed.")));
    }
}
