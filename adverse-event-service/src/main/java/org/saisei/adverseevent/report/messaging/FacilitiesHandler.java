package org.saisei.adverseevent.report.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.saisei.adverseevent.exposure.Exposures;
import org.saisei.kit.inbox.EventHandler;
import org.saisei.kit.inbox.Inbox;
import org.saisei.kit.inbox.ReceivedEvent;

/** Facilities that exist, so that a stream's filter with a misspelt one is refused instead of staying silent. */
@ApplicationScoped
class FacilitiesHandler implements EventHandler {
    private final Inbox inbox;
    private final Exposures exposures;

    FacilitiesHandler(Inbox inbox, Exposures exposures) {
        this.inbox = inbox;
        this.exposures = exposures;
    }

    @Override
    public String topic() {
        return "saisei.eligibility.facilities";
    }

    @Incoming("facilities")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, this);
    }

    @Override
    public void handle(ReceivedEvent event) {
        exposures.knowFacility(event.key());
    }
}
