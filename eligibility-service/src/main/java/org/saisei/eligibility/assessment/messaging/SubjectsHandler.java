package org.saisei.eligibility.assessment.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.CandidateStanding;
import org.saisei.eligibility.assessment.NoteStanding;
import org.saisei.kit.inbox.EventHandler;
import org.saisei.kit.inbox.Inbox;
import org.saisei.kit.inbox.ReceivedEvent;

/** Follows how candidates stand in the registry. */
@ApplicationScoped
class SubjectsHandler implements EventHandler {
    private final Inbox inbox;
    private final NoteStanding noteStanding;

    SubjectsHandler(Inbox inbox, NoteStanding noteStanding) {
        this.inbox = inbox;
        this.noteStanding = noteStanding;
    }

    @Incoming("subjects")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, this);
    }

    @Override
    public String topic() {
        return "saisei.registry.subjects";
    }

    @Override
    public void handle(ReceivedEvent event) {
        switch (event.type()) {
            case "saisei.registry.subject-enrolled.v1", "saisei.registry.standing-changed.v1" ->
                noteStanding.note(standing(event));
            default -> {
                // other events of a subject do not change its standing
            }
        }
    }

    private static CandidateStanding standing(ReceivedEvent event) {
        var data = event.data();
        return new CandidateStanding(
                event.key(),
                text(data, "candidateId"),
                required(data, "facilityId"),
                required(data, "protocol"),
                required(data, "standing"),
                event.time());
    }

    private static String required(JsonNode data, String member) {
        var value = text(data, member);
        if (value == null) {
            throw new IllegalArgumentException("the event has no " + member);
        }
        return value;
    }

    private static @Nullable String text(JsonNode data, String member) {
        return data.path(member).isTextual() ? data.path(member).textValue() : null;
    }
}
