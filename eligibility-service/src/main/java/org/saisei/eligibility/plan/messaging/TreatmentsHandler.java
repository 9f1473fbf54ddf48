package org.saisei.eligibility.plan.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.plan.Administration;
import org.saisei.eligibility.plan.NoteAdministration;
import org.saisei.kit.inbox.EventHandler;
import org.saisei.kit.inbox.Inbox;
import org.saisei.kit.inbox.ReceivedEvent;

/** Follows which candidates were given the product. */
@ApplicationScoped
class TreatmentsHandler implements EventHandler {
    private final Inbox inbox;
    private final NoteAdministration noteAdministration;

    TreatmentsHandler(Inbox inbox, NoteAdministration noteAdministration) {
        this.inbox = inbox;
        this.noteAdministration = noteAdministration;
    }

    @Incoming("treatments")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, this);
    }

    @Override
    public String topic() {
        return "saisei.registry.treatments";
    }

    @Override
    public void handle(ReceivedEvent event) {
        switch (event.type()) {
            case "saisei.registry.administration-recorded.v1" -> {
                var data = event.as(TreatmentEvent.class);
                noteAdministration.recorded(new Administration(
                        present(data.factId(), "factId"),
                        event.key(),
                        data.candidateId(),
                        present(data.facilityId(), "facilityId"),
                        present(data.protocol(), "protocol"),
                        present(data.administeredOn(), "administeredOn")));
            }
            case "saisei.registry.fact-corrected.v1" ->
                noteAdministration.corrected(
                        event.key(), present(event.as(TreatmentEvent.class).factId(), "factId"));
            default -> {
                // what was collected or made is no administration
            }
        }
    }

    /** What this service needs of a treatment event. */
    record TreatmentEvent(
            @Nullable UUID factId,
            @Nullable String candidateId,
            @Nullable String facilityId,
            @Nullable String protocol,
            @Nullable LocalDate administeredOn) {}

    private static <T> T present(@Nullable T value, String member) {
        if (value == null) {
            throw new IllegalArgumentException("the event has no " + member);
        }
        return value;
    }
}
