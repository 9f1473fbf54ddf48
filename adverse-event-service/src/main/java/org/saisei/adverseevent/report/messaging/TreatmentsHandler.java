package org.saisei.adverseevent.report.messaging;

import static org.saisei.adverseevent.report.messaging.RegistryEvent.present;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.exposure.FactKind;
import org.saisei.adverseevent.exposure.RecordExposure;
import org.saisei.adverseevent.exposure.TreatmentFact;
import org.saisei.adverseevent.report.LinkCases;
import org.saisei.adverseevent.report.RaiseChainOfIdentityAlert;
import org.saisei.kit.inbox.EventHandler;
import org.saisei.kit.inbox.Inbox;
import org.saisei.kit.inbox.ReceivedEvent;

/** What was done to subjects, corrections included; a broken chain of identity is raised as a case of its own. */
@ApplicationScoped
class TreatmentsHandler implements EventHandler {
    private final Inbox inbox;
    private final ObjectMapper json;
    private final RecordExposure exposure;
    private final LinkCases linking;
    private final RaiseChainOfIdentityAlert alert;

    TreatmentsHandler(
            Inbox inbox,
            ObjectMapper json,
            RecordExposure exposure,
            LinkCases linking,
            RaiseChainOfIdentityAlert alert) {
        this.inbox = inbox;
        this.json = json;
        this.exposure = exposure;
        this.linking = linking;
        this.alert = alert;
    }

    @Override
    public String topic() {
        return "saisei.registry.treatments";
    }

    @Incoming("treatments")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, this);
    }

    @Override
    public void handle(ReceivedEvent event) {
        switch (event.type()) {
            case "saisei.registry.collection-recorded.v1" -> {
                var data = read(event);
                fact(data, FactKind.COLLECTION, data.collectedOn());
            }
            case "saisei.registry.product-recorded.v1" -> {
                var data = read(event);
                fact(data, FactKind.PRODUCT, data.manufacturedOn());
            }
            case "saisei.registry.administration-recorded.v1" -> {
                var data = read(event);
                fact(data, FactKind.ADMINISTRATION, data.administeredOn());
            }
            case "saisei.registry.fact-corrected.v1" -> {
                var data = read(event);
                exposure.retired(data.subject(), present(data.factId(), "factId"));
                exposureChanged(data);
            }
            case "saisei.registry.deviation-recorded.v1" -> deviation(read(event));
            default -> {
                // types of later releases concern others
            }
        }
    }

    private void fact(RegistryEvent data, FactKind kind, @Nullable LocalDate on) {
        exposure.fact(
                data.subject(),
                new TreatmentFact(
                        present(data.factId(), "factId"), kind, present(on, "the day of the fact"), data.lotNumber()));
        exposureChanged(data);
    }

    private void deviation(RegistryEvent data) {
        if (tellsOfABrokenChain(data)) {
            exposure.subject(data.subject());
            alert.raise(
                    data.subject(),
                    present(data.ruleId(), "ruleId"),
                    present(data.deviationId(), "deviationId"),
                    present(data.observedOn(), "observedOn"),
                    data.lotNumber());
        }
    }

    /** Before deviations told their code, only STEMIRAC had such a rule. */
    private static boolean tellsOfABrokenChain(RegistryEvent data) {
        return data.code() == null ? "S-T6".equals(data.ruleId()) : data.code().equals("CHAIN_NOT_SHOWN");
    }

    private void exposureChanged(RegistryEvent data) {
        linking.exposureChanged(data.subjectId(), data.candidateId());
    }

    private RegistryEvent read(ReceivedEvent event) {
        try {
            return json.treeToValue(event.data(), RegistryEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the event cannot be read", e);
        }
    }
}
