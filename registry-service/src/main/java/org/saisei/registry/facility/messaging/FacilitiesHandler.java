package org.saisei.registry.facility.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.inbox.EventHandler;
import org.saisei.kit.inbox.Inbox;
import org.saisei.kit.inbox.ReceivedEvent;
import org.saisei.registry.facility.Accreditation;
import org.saisei.registry.facility.Accreditations;

@ApplicationScoped
class FacilitiesHandler implements EventHandler {
    private static final String CHANGED = "saisei.eligibility.accreditation-changed.v1";

    private static final Actor SELF = Actor.service("registry-service");

    private final Inbox inbox;
    private final Accreditations accreditations;
    private final AuditTrail audit;
    private final ObjectMapper json;

    FacilitiesHandler(Inbox inbox, Accreditations accreditations, AuditTrail audit, ObjectMapper json) {
        this.inbox = inbox;
        this.accreditations = accreditations;
        this.audit = audit;
        this.json = json;
    }

    /** What this service needs of the event. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AccreditationChanged(
            String facilityId,
            String accreditationId,
            String protocol,
            String protocolVersion,
            String state,
            @Nullable LocalDate stateFrom,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    @Incoming("facilities")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, this);
    }

    @Override
    public String topic() {
        return "saisei.eligibility.facilities";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (!event.type().equals(CHANGED)) {
            return;
        }
        try {
            var changed = json.treeToValue(event.data(), AccreditationChanged.class);
            var accreditation = new Accreditation(
                    changed.accreditationId(),
                    changed.facilityId(),
                    changed.protocol(),
                    changed.protocolVersion(),
                    changed.state(),
                    changed.stateFrom(),
                    changed.from(),
                    changed.to());
            accreditations.add(accreditation, event.sequence(), event.data().toString());
            audit.wrote(
                    SELF, "noteAccreditation", "accreditation", changed.accreditationId(), null, null, accreditation);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a readable " + CHANGED, e);
        }
    }
}
