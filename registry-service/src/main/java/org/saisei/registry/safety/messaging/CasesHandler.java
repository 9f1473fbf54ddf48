package org.saisei.registry.safety.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.inbox.EventHandler;
import org.saisei.kit.inbox.Inbox;
import org.saisei.kit.inbox.ReceivedEvent;
import org.saisei.registry.safety.SafetyCase;
import org.saisei.registry.safety.SafetyCases;

@ApplicationScoped
class CasesHandler implements EventHandler {
    private static final Set<String> TYPES = Set.of("saisei.safety.case-reported.v1", "saisei.safety.case-linked.v1");

    private static final Actor SELF = Actor.service("registry-service");

    private final Inbox inbox;
    private final SafetyCases cases;
    private final AuditTrail audit;
    private final ObjectMapper json;

    CasesHandler(Inbox inbox, SafetyCases cases, AuditTrail audit, ObjectMapper json) {
        this.inbox = inbox;
        this.cases = cases;
        this.audit = audit;
        this.json = json;
    }

    /** What this service needs of the events. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CaseRecord(
            String caseId,
            int version,
            String facilityId,
            @Nullable String documentNumber,
            String state,
            @Nullable String subjectId,
            boolean serious,
            List<String> seriousness,
            boolean malfunction,
            @Nullable Term term,
            @Nullable LocalDate onsetOn,
            Instant receivedAt) {

        @JsonIgnoreProperties(ignoreUnknown = true)
        record Term(String dictionary, String version, String code, String preferredTerm) {}
    }

    @Incoming("cases")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, this);
    }

    @Override
    public String topic() {
        return "saisei.safety.cases";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (TYPES.contains(event.type())) {
            var told = safetyCase(event);
            cases.add(told, event.sequence());
            audit.wrote(SELF, "noteCase", "case", told.caseId(), null, null, told);
        }
    }

    private SafetyCase safetyCase(ReceivedEvent event) {
        try {
            var told = json.treeToValue(event.data(), CaseRecord.class);
            var term = told.term();
            return new SafetyCase(
                    told.caseId(),
                    told.version(),
                    told.facilityId(),
                    told.documentNumber(),
                    told.state(),
                    told.subjectId(),
                    told.serious(),
                    told.seriousness(),
                    told.malfunction(),
                    term == null
                            ? null
                            : new SafetyCase.Term(term.dictionary(), term.version(), term.code(), term.preferredTerm()),
                    told.onsetOn(),
                    told.receivedAt());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a readable " + event.type(), e);
        }
    }
}
