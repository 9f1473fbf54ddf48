package org.saisei.registry.treatment.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.outbox.Outbox;
import org.saisei.kit.outbox.OutboxEvent;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.treatment.Administration;
import org.saisei.registry.treatment.Collection;
import org.saisei.registry.treatment.Correction;
import org.saisei.registry.treatment.Deviation;
import org.saisei.registry.treatment.Fact;
import org.saisei.registry.treatment.Product;
import org.saisei.registry.treatment.TreatmentEvents;

@ApplicationScoped
class OutboxTreatmentEvents implements TreatmentEvents {
    private static final String TOPIC = "saisei.registry.treatments";
    private final Outbox outbox;

    OutboxTreatmentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    record CollectionRecorded(
            String subjectId,
            String candidateId,
            String facilityId,
            String documentNumber,
            String protocol,
            UUID factId,
            String kind,
            LocalDate collectedOn,
            BigDecimal volumeMl) {}

    record ProductRecorded(
            String subjectId,
            String candidateId,
            String facilityId,
            String documentNumber,
            String protocol,
            UUID factId,
            String lotNumber,
            String outcome,
            LocalDate manufacturedOn,
            @Nullable BigDecimal cells,
            @Nullable BigDecimal volumeMl) {}

    record AdministrationRecorded(
            String subjectId,
            String candidateId,
            String facilityId,
            String documentNumber,
            String protocol,
            UUID factId,
            String lotNumber,
            LocalDate administeredOn,
            @Nullable BigDecimal cells,
            @Nullable BigDecimal weightKg,
            @Nullable BigDecimal productVolumeMl,
            @Nullable BigDecimal salineVolumeMl,
            @Nullable BigDecimal flowMlPerMin,
            List<String> deviations) {}

    record DeviationRecorded(
            String subjectId,
            String candidateId,
            String facilityId,
            String documentNumber,
            String protocol,
            UUID deviationId,
            UUID factId,
            String factKind,
            String ruleId,
            String code,
            LocalDate observedOn,
            @Nullable String lotNumber) {}

    record FactCorrected(
            String subjectId,
            String candidateId,
            String facilityId,
            String documentNumber,
            String protocol,
            UUID factId,
            String factKind,
            String action,
            LocalDate correctedOn,
            @Nullable UUID replacedByFactId) {}

    @Override
    public void recorded(Subject subject, Fact fact, List<String> deviations) {
        switch (fact.content()) {
            case Collection collection ->
                append(subject, "saisei.registry.collection-recorded.v1", of(subject, fact, collection));
            case Product product -> append(subject, "saisei.registry.product-recorded.v1", of(subject, fact, product));
            case Administration administration ->
                append(
                        subject,
                        "saisei.registry.administration-recorded.v1",
                        of(subject, fact, administration, deviations));
        }
    }

    private static CollectionRecorded of(Subject subject, Fact fact, Collection collection) {
        return new CollectionRecorded(
                subject.subjectId().number(),
                subject.candidateId(),
                fact.facilityId(),
                fact.documentNumber(),
                subject.protocol(),
                fact.factId(),
                collection.material().name(),
                collection.collectedOn(),
                collection.volumeMl());
    }

    private static ProductRecorded of(Subject subject, Fact fact, Product product) {
        return new ProductRecorded(
                subject.subjectId().number(),
                subject.candidateId(),
                fact.facilityId(),
                fact.documentNumber(),
                subject.protocol(),
                fact.factId(),
                product.lotNumber(),
                product.outcome().name(),
                product.manufacturedOn(),
                product.cells(),
                product.volumeMl());
    }

    private static AdministrationRecorded of(
            Subject subject, Fact fact, Administration administration, List<String> deviations) {
        return new AdministrationRecorded(
                subject.subjectId().number(),
                subject.candidateId(),
                fact.facilityId(),
                fact.documentNumber(),
                subject.protocol(),
                fact.factId(),
                administration.lotNumber(),
                administration.administeredOn(),
                administration.cells(),
                administration.weightKg(),
                administration.productVolumeMl(),
                administration.salineVolumeMl(),
                administration.flowMlPerMin(),
                deviations);
    }

    @Override
    public void deviated(Subject subject, Deviation deviation, String documentNumber) {
        append(
                subject,
                "saisei.registry.deviation-recorded.v1",
                new DeviationRecorded(
                        subject.subjectId().number(),
                        subject.candidateId(),
                        subject.facilityId(),
                        documentNumber,
                        subject.protocol(),
                        deviation.deviationId(),
                        deviation.factId(),
                        deviation.factKind().name(),
                        deviation.finding().ruleId(),
                        deviation.finding().code(),
                        deviation.observedOn(),
                        deviation.lotNumber()));
    }

    @Override
    public void corrected(Subject subject, Correction correction) {
        append(
                subject,
                "saisei.registry.fact-corrected.v1",
                new FactCorrected(
                        subject.subjectId().number(),
                        subject.candidateId(),
                        subject.facilityId(),
                        correction.documentNumber(),
                        subject.protocol(),
                        correction.factId(),
                        correction.kind().name(),
                        correction.action().name(),
                        correction.correctedOn(),
                        correction.replacedBy()));
    }

    private void append(Subject subject, String type, Object data) {
        outbox.append(new OutboxEvent(TOPIC, subject.subjectId().number(), type, data));
    }
}
