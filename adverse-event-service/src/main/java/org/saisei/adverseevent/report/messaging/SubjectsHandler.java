package org.saisei.adverseevent.report.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.saisei.adverseevent.exposure.RecordExposure;
import org.saisei.adverseevent.report.LinkCases;
import org.saisei.kit.inbox.EventHandler;
import org.saisei.kit.inbox.Inbox;
import org.saisei.kit.inbox.ReceivedEvent;

/** A subject became known: cases that name it, or its candidate, are linked. */
@ApplicationScoped
class SubjectsHandler implements EventHandler {
    private final Inbox inbox;
    private final ObjectMapper json;
    private final RecordExposure exposure;
    private final LinkCases linking;

    SubjectsHandler(Inbox inbox, ObjectMapper json, RecordExposure exposure, LinkCases linking) {
        this.inbox = inbox;
        this.json = json;
        this.exposure = exposure;
        this.linking = linking;
    }

    @Override
    public String topic() {
        return "saisei.registry.subjects";
    }

    @Incoming("subjects")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, this);
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.type().equals("saisei.registry.subject-enrolled.v1")) {
            var subject = read(event).subject();
            exposure.subject(subject);
            linking.exposureChanged(subject.subjectId(), subject.candidateId());
        }
    }

    private RegistryEvent read(ReceivedEvent event) {
        try {
            return json.treeToValue(event.data(), RegistryEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the event cannot be read", e);
        }
    }
}
