package org.saisei.eligibility.assessment.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.saisei.eligibility.assessment.ScreenPatients;
import org.saisei.eligibility.assessment.http.BatchPlaces.Place;
import org.saisei.eligibility.assessment.http.BatchPlaces.Taking;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.database.SqlFailure;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.problem.CheckedJson;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/**
 * Holds one line at a time, whatever the batch: what the client does not read is not read from it either. The audit trail
 * has a row before the first line is answered, and one with the counts before the answer ends; only a batch that breaks off
 * because the database is away may lack that one.
 */
@Path("/assessments/batch")
@Tag(name = "Assessments")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class ScreeningResource {
    static final String NDJSON = "application/x-ndjson";

    private static final Logger LOG = Logger.getLogger(ScreeningResource.class);

    /** A batch whose client takes longer is cut off. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Time to read an answer that has ended before the batch; then the connection is closed on what is left of it. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private final CurrentActor caller;
    private final ScreenPatients screenPatients;
    private final CheckedJson reader;
    private final ObjectMapper json;
    private final AuditTrail audit;
    private final BatchPlaces places;

    ScreeningResource(
            CurrentActor caller,
            ScreenPatients screenPatients,
            CheckedJson reader,
            ObjectMapper json,
            AuditTrail audit,
            BatchPlaces places) {
        this.caller = caller;
        this.screenPatients = screenPatients;
        this.reader = reader;
        this.json = json;
        this.audit = audit;
        this.places = places;
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "screenPatients",
            summary = "Hold up to 10,000 records against a protocol at once, in retrospect",
            description = "Newline-delimited JSON both ways. Each line has the fields of an assessment without"
                    + " `candidateId` and `supersedes`, and at most 64 KiB; `documentNumber` is your reference for the"
                    + " line and need not be new. Each is answered in its order by one line, as soon as it is read:"
                    + " the decision with what led to it, or the problem of that line alone. Line 10,001 is answered"
                    + " by a problem and ends the answer; blank lines are passed over. A line with a problem of status 500 or"
                    + " 503 ends it too: the service has failed, and what follows was not read; send it again from that line"
                    + " on. Read while you write: what you do not read is not read from you either. Each line is judged on"
                    + " the day (Asia/Tokyo) on which it is read, so after midnight the new day may be named; what is"
                    + " recorded of your facility, and the parameters, for a day are looked up once, at the first line that"
                    + " names it. (ours) It decides nothing about a patient: no"
                    + " assessment is kept, no candidate is issued, no event is published, no other stage of the patient"
                    + " is looked at, and there is no Idempotency-Key. The audit trail says who screened how many lines"
                    + " with which decisions, and at which line it broke off.",
            extensions = @Extension(name = "x-saisei-order", value = "124", parseValue = true))
    @RequestBody(
            required = true,
            description = "One assessment a line",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = NewAssessment.class),
                            examples = @ExampleObject(name = "batch", value = ScreeningExamples.BATCH)))
    @APIResponse(
            responseCode = "200",
            description = "One line for each line sent",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = ScreenedLine.class),
                            examples = @ExampleObject(name = "batch", value = ScreeningExamples.ANSWER)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(
            responseCode = "429",
            description = "As many batches of your facility as a replica takes at once are running; see Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "As many batches as a replica takes at once are running; see Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response screen(InputStream body, @Context RoutingContext exchange) throws IOException {
        var actor = caller.get();
        var facilityId = actor.facility().orElseThrow(() -> new ProblemException(Problem.notFound()));
        return switch (places.take(facilityId)) {
            case Taking.NoneLeft() ->
                full(
                        503,
                        "too-many-batches",
                        "Too many batches are running.",
                        "Send it again when one of them has ended.");
            case Taking.FacilityHasItsShare(var batches) ->
                full(
                        429,
                        "too-many-batches-of-facility",
                        "Too many batches of your facility are running.",
                        "It has " + batches
                                + " running here, as many as one facility may; send it again when one of them"
                                + " has ended.");
            case Taking.Taken(var place) -> {
                hold(place, exchange);
                yield screen(actor, facilityId, new Lines(body, ScreeningRun.MAX_LINE));
            }
        };
    }

    private static Response full(int status, String kind, String title, String detail) {
        return Answers.toResponse(Answer.problem(Problem.of(status, kind, title, detail))
                .header("Retry-After", "10")
                .header("Connection", "close"));
    }

    private Response screen(Actor actor, String facilityId, Lines lines) throws IOException {
        var first = lines.next();
        if (first == null) {
            return Answers.problem(Problem.invalid("", "REQUIRED", "has no line"));
        }
        var run = new ScreeningRun(actor, facilityId, screenPatients.begin(facilityId), reader, json);
        audit.read(actor, "screenPatients", "assessment", "opened", List.of());
        StreamingOutput answer = out -> {
            try {
                run.answer(first, lines, out);
            } finally {
                close(run, actor, out);
            }
        };
        return Response.ok(answer, NDJSON).build();
    }

    /** An answer of whose end the audit trail has no row does not look complete. */
    private void close(ScreeningRun run, Actor actor, OutputStream out) throws IOException {
        try {
            audit.read(actor, "screenPatients", "assessment", "closed " + run.summary(), List.of());
        } catch (RuntimeException unwritten) {
            if (run.isBrokenOff()) {
                LOG.warnf("the audit trail has no row of a batch that broke off: %s", SqlFailure.brief(unwritten));
            } else {
                run.fail(unwritten, out);
            }
        }
    }

    /** Until the answer has ended or the client is gone; cuts off a client that takes too long. */
    private static void hold(Place place, RoutingContext exchange) {
        var vertx = exchange.vertx();
        var request = exchange.request();
        var patience = vertx.setTimer(LONGEST.toMillis(), expired -> {
            request.connection().close();
            place.giveBack();
        });
        exchange.addEndHandler(ended -> {
            vertx.cancelTimer(patience);
            place.giveBack();
            passOverTheRest(exchange);
        });
        if (exchange.response().closed()) {
            // gone before anybody listened, so nothing will tell
            vertx.cancelTimer(patience);
            place.giveBack();
        }
    }

    /** So that the connection can be used again; one on which more keeps coming is closed. */
    private static void passOverTheRest(RoutingContext exchange) {
        var request = exchange.request();
        if (!request.isEnded()) {
            request.handler(rest -> {}).resume();
            exchange.vertx().setTimer(LINGER.toMillis(), read -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
        }
    }
}
