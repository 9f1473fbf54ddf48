package org.saisei.registry.treatment.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.protocol.TreatmentProtocol;
import org.saisei.registry.treatment.Administration;
import org.saisei.registry.treatment.Collection;
import org.saisei.registry.treatment.Deviation;
import org.saisei.registry.treatment.Fact;
import org.saisei.registry.treatment.Product;

/** A version of a fact, with the deviations that stand against it. */
sealed interface FactAnswer {

    UUID factId();

    static FactAnswer of(Fact fact, List<Deviation> deviations, TreatmentProtocol protocol) {
        var against = deviations.stream().map(DeviationAnswer::of).toList();
        return switch (fact.content()) {
            case Collection collection -> OfCollection.of(fact, collection, against);
            case Product product -> OfProduct.of(fact, product, against);
            case Administration administration -> OfAdministration.of(fact, administration, against, protocol);
        };
    }

    @Schema(name = "Collection", description = "採取")
    @JsonPropertyOrder({"factId", "subjectId", "documentNumber"})
    record OfCollection(
            UUID factId,
            String subjectId,
            String documentNumber,
            Collection.Material kind,
            LocalDate collectedOn,
            BigDecimal volumeMl,
            List<String> containerNumbers,
            @Nullable AisValue ais,
            Fact.Status status,
            @Nullable UUID replacedByFactId,
            Instant recordedAt,
            List<DeviationAnswer> deviations)
            implements FactAnswer {

        static OfCollection of(Fact fact, Collection collection, List<DeviationAnswer> deviations) {
            return new OfCollection(
                    fact.factId(),
                    fact.subjectId().number(),
                    fact.documentNumber(),
                    collection.material(),
                    collection.collectedOn(),
                    collection.volumeMl(),
                    collection.containerNumbers(),
                    AisValue.of(collection.ais()),
                    fact.status(),
                    fact.replacedBy(),
                    fact.recordedAt(),
                    deviations);
        }
    }

    @Schema(name = "Product", description = "製品")
    @JsonPropertyOrder({"factId", "subjectId", "documentNumber"})
    record OfProduct(
            UUID factId,
            String subjectId,
            String documentNumber,
            String lotNumber,
            Product.Outcome outcome,
            LocalDate manufacturedOn,
            @Nullable BigDecimal cells,
            @Nullable BigDecimal volumeMl,
            List<UUID> fromCollections,
            Fact.Status status,
            @Nullable UUID replacedByFactId,
            Instant recordedAt,
            List<DeviationAnswer> deviations)
            implements FactAnswer {

        static OfProduct of(Fact fact, Product product, List<DeviationAnswer> deviations) {
            return new OfProduct(
                    fact.factId(),
                    fact.subjectId().number(),
                    fact.documentNumber(),
                    product.lotNumber(),
                    product.outcome(),
                    product.manufacturedOn(),
                    product.cells(),
                    product.volumeMl(),
                    product.fromCollections(),
                    fact.status(),
                    fact.replacedBy(),
                    fact.recordedAt(),
                    deviations);
        }
    }

    @Schema(name = "Administration", description = "投与")
    @JsonPropertyOrder({"factId", "subjectId", "documentNumber"})
    record OfAdministration(
            UUID factId,
            String subjectId,
            String documentNumber,
            String lotNumber,
            LocalDate administeredOn,
            @Nullable BigDecimal cells,
            @Nullable BigDecimal weightKg,
            @Nullable LocalDate weightMeasuredOn,
            @Nullable BigDecimal productVolumeMl,
            @Nullable BigDecimal salineVolumeMl,
            @Nullable BigDecimal flowMlPerMin,
            @Nullable AisValue ais,
            Fact.Status status,
            @Nullable UUID replacedByFactId,
            Instant recordedAt,
            List<DeviationAnswer> deviations,

            @Schema(description = "what each rule still lacks to be weighed in full")
            List<MissingAnswer> missing)
            implements FactAnswer {

        static OfAdministration of(
                Fact fact,
                Administration administration,
                List<DeviationAnswer> deviations,
                TreatmentProtocol protocol) {
            return new OfAdministration(
                    fact.factId(),
                    fact.subjectId().number(),
                    fact.documentNumber(),
                    administration.lotNumber(),
                    administration.administeredOn(),
                    administration.cells(),
                    administration.weightKg(),
                    administration.weightMeasuredOn(),
                    administration.productVolumeMl(),
                    administration.salineVolumeMl(),
                    administration.flowMlPerMin(),
                    AisValue.of(administration.ais()),
                    fact.status(),
                    fact.replacedBy(),
                    fact.recordedAt(),
                    deviations,
                    administration.missing(protocol).stream()
                            .map(MissingAnswer::of)
                            .toList());
        }
    }
}
