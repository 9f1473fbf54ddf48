package org.saisei.kit.operator;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.saisei.kit.http.Answer;
import org.saisei.kit.inbox.ParkedEvent;
import org.saisei.kit.inbox.ParkedEvents.Outcome;
import org.saisei.kit.problem.Problem;

/** What an operator's act on a parked event has done and will do. */
@Schema(name = "ParkedEventResolution")
record ResolutionView(
        ParkedEventView event,

        @Schema(
                description =
                        "How many events of its key stood behind it and are applied now, in sequence, each by itself."
                                + " What remains: GET /parked-events?key=")
        int released,

        @Schema(description = "Other open POISON events of the key, which still hold it; empty for none")
        List<UUID> heldBy,

        @Schema(description = "The same in words") String consequence) {

    static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var event, var released, var heldBy) ->
                Answer.created(
                        location(event),
                        new ResolutionView(
                                ParkedEventView.of(event), released, heldBy, consequence(event, released, heldBy)));
            case Outcome.NotThere n -> Answer.problem(Problem.notFound());
            case Outcome.NotParked(var event) ->
                Answer.problem(Problem.of(
                                409,
                                "not-parked",
                                "The event is not parked any more.",
                                "Location leads to what became of it."))
                        .header("Location", location(event));
            case Outcome.Held(var by) ->
                Answer.problem(Problem.of(
                                409,
                                "held",
                                "The event waits behind a poison event of its key.",
                                "Replay or discard those in heldBy; then it is applied by itself.")
                        .with("heldBy", by));
            case Outcome.TooEarly(var from, var to) ->
                Answer.problem(Problem.of(
                                409,
                                "too-early",
                                "Events before it have not come.",
                                "It is applied by itself when they do. If they never will, replay or discard it with skipMissing.")
                        .with("missingFrom", from)
                        .with("missingTo", to));
            case Outcome.StillPoison(var error) ->
                Answer.problem(Problem.of(
                                409,
                                "still-poison",
                                "The event fails.",
                                "Nothing has changed. Mend the cause, then replay it.")
                        .with("error", error));
        };
    }

    private static String location(ParkedEvent event) {
        return "/parked-events/" + event.id();
    }

    private static String consequence(ParkedEvent event, int released, List<UUID> heldBy) {
        var resolved = event.resolved();
        var text = new StringBuilder(
                resolved != null && resolved.resolution() == ParkedEvent.Resolution.DISCARDED
                        ? "It will never have an effect in this service."
                        : "It has had its effect.");
        if (resolved != null && resolved.skippedFrom() != null && event.sequence() != null) {
            text.append(
                    " Sequences %d to %d of its key and topic are given up: should they come, they have no effect here."
                            .formatted(resolved.skippedFrom(), event.sequence() - 1));
        }
        if (!heldBy.isEmpty()) {
            text.append(" Its key is still held by the other poison events in heldBy.");
        } else if (released > 0) {
            text.append(
                    " The %d that waited behind it are applied now, in sequence, each by itself; one that fails is parked as"
                                    .formatted(released)
                            + " POISON in its turn.");
        }
        if (event.sequence() == null) {
            text.append(" Its place in the sequence is not known: if it had one, later events of its key wait (GAP)"
                    + " until one is replayed with skipMissing.");
        }
        return text.toString();
    }
}
