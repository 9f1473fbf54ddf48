package org.saisei.registry.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells what cannot have happened from what merely should not: days in the future, before the injury, or in an order
 * that nature forbids. Only the subject's own facts are looked at, so that nobody learns of another's.
 */
final class Truth {
    private final LocalDate injuryDate;
    private final LocalDate today;
    private final List<Contradiction> found = new ArrayList<>();

    private Truth(LocalDate injuryDate, LocalDate today) {
        this.injuryDate = injuryDate;
        this.today = today;
    }

    /**
     * @param content what is to be recorded
     * @param others the subject's current facts, a version that it replaces retired
     * @param today in Japan
     */
    static List<Contradiction> contradictions(
            FactContent content, TreatmentHistory others, LocalDate injuryDate, LocalDate today) {
        var truth = new Truth(injuryDate, today);
        switch (content) {
            case Collection collection -> truth.check(collection);
            case Product product -> truth.check(product, others);
            case Administration administration -> truth.check(administration, others);
        }
        return List.copyOf(truth.found);
    }

    /** As {@link #contradictions}, for a collection or product that replaces a version others refer to. */
    static List<Contradiction> contradictions(
            Fact replaced, FactContent content, TreatmentHistory others, LocalDate injuryDate, LocalDate today) {
        var all = new ArrayList<>(contradictions(content, others, injuryDate, today));
        if (content instanceof Collection collection
                && others.productsFrom(replaced.originId()).stream()
                        .anyMatch(product -> product.manufacturedOn().isBefore(collection.collectedOn()))) {
            all.add(new Contradiction("/collectedOn", "AFTER_MANUFACTURE", "is after a product made from it"));
        }
        return List.copyOf(all);
    }

    private void check(Collection collection) {
        day("/collectedOn", collection.collectedOn());
        ais(collection.ais(), collection.collectedOn());
    }

    private void check(Product product, TreatmentHistory others) {
        day("/manufacturedOn", product.manufacturedOn());
        if (product.fromCollections().stream()
                .map(others::collection)
                .filter(Objects::nonNull)
                .anyMatch(collection -> collection.collectedOn().isAfter(product.manufacturedOn()))) {
            add("/manufacturedOn", "BEFORE_COLLECTION", "is before a collection it was made from");
        }
        if (others.administrationsOf(product.lotNumber()).stream()
                .anyMatch(administration -> administration.administeredOn().isBefore(product.manufacturedOn()))) {
            add("/manufacturedOn", "AFTER_ADMINISTRATION", "is after the lot's administration");
        }
    }

    private void check(Administration administration, TreatmentHistory others) {
        day("/administeredOn", administration.administeredOn());
        if (administration.weightMeasuredOn().isAfter(administration.administeredOn())) {
            add("/weightMeasuredOn", "AFTER_ADMINISTRATION", "is after administeredOn");
        }
        if (others.products(administration.lotNumber()).stream()
                .anyMatch(product -> administration.administeredOn().isBefore(product.manufacturedOn()))) {
            add("/administeredOn", "BEFORE_MANUFACTURE", "is before the lot was made");
        }
        ais(administration.ais(), administration.administeredOn());
    }

    private void ais(@Nullable Ais ais, LocalDate notAfter) {
        if (ais == null) {
            return;
        }
        if (ais.assessedOn().isBefore(injuryDate)) {
            add("/ais/assessedOn", "BEFORE_INJURY", "is before the injury");
        }
        if (ais.assessedOn().isAfter(notAfter)) {
            add("/ais/assessedOn", "AFTER_FACT", "is after the day of the fact");
        }
    }

    private void day(String pointer, LocalDate day) {
        if (day.isBefore(injuryDate)) {
            add(pointer, "BEFORE_INJURY", "is before the injury");
        }
        if (day.isAfter(today)) {
            add(pointer, "IN_FUTURE", "is after today in Japan");
        }
    }

    private void add(String pointer, String rule, String message) {
        found.add(new Contradiction(pointer, rule, message));
    }
}
