package org.saisei.registry.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.inbox.EventHandler;
import org.saisei.kit.inbox.Inbox;
import org.saisei.kit.inbox.ReceivedEvent;
import org.saisei.registry.enrolment.ApplyDecision;
import org.saisei.registry.enrolment.CandidateDecision;
import org.saisei.registry.enrolment.Decision;
import org.saisei.registry.enrolment.Reason;

@ApplicationScoped
class AssessmentsHandler implements EventHandler {
    private static final String DECIDED = "saisei.eligibility.assessment-decided.v1";

    private final Inbox inbox;
    private final ApplyDecision act;
    private final ObjectMapper json;
    private final InstantSource clock;

    AssessmentsHandler(Inbox inbox, ApplyDecision act, ObjectMapper json, InstantSource clock) {
        this.inbox = inbox;
        this.act = act;
        this.json = json;
        this.clock = clock;
    }

    /** What this service needs of the event; the rest it does not read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AssessmentDecided(
            String candidateId,
            String facilityId,
            @Nullable String documentNumber,
            String assessmentId,
            String protocol,
            String protocolVersion,
            String stage,
            Decision decision,
            @Nullable String coverage,
            List<Unsatisfied> notSatisfied,
            LocalDate assessedOn,
            @Nullable String supersedes) {

        @JsonIgnoreProperties(ignoreUnknown = true)
        record Unsatisfied(String criterion, String verdict) {}
    }

    @Incoming("assessments")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, this);
    }

    @Override
    public String topic() {
        return "saisei.eligibility.assessments";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.type().equals(DECIDED)) {
            act.apply(decision(event));
        }
    }

    private CandidateDecision decision(ReceivedEvent event) {
        try {
            var decided = json.treeToValue(event.data(), AssessmentDecided.class);
            return new CandidateDecision(
                    decided.assessmentId(),
                    decided.candidateId(),
                    event.sequence(),
                    decided.facilityId(),
                    decided.documentNumber(),
                    decided.protocol(),
                    decided.protocolVersion(),
                    decided.stage(),
                    decided.decision(),
                    decided.coverage(),
                    decided.notSatisfied().stream()
                            .map(one -> new Reason(one.criterion(), one.verdict()))
                            .toList(),
                    decided.assessedOn(),
                    decided.supersedes(),
                    clock.instant());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a readable " + DECIDED, e);
        }
    }
}
