package org.saisei.registry.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what cannot have happened from what merely should not: days in the future, before the injury, or in an order that
 * nature forbids within one record. Where two records contradict each other, either may be the mistaken one: both are
 * kept, and flagged by {@link Weighing}; so is a dose that was given on a weight from before the injury.
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
     * @param today in Japan
     */
    static List<Contradiction> contradictions(FactContent content, LocalDate injuryDate, LocalDate today) {
        var truth = new Truth(injuryDate, today);
        switch (content) {
            case Collection collection -> truth.check(collection);
            case Product product -> truth.day("/manufacturedOn", product.manufacturedOn());
            case Administration administration -> truth.check(administration);
        }
        return List.copyOf(truth.found);
    }

    private void check(Collection collection) {
        day("/collectedOn", collection.collectedOn());
        ais(collection.ais(), collection.collectedOn());
    }

    private void check(Administration administration) {
        day("/administeredOn", administration.administeredOn());
        var weighed = administration.weightMeasuredOn();
        if (weighed != null && weighed.isAfter(administration.administeredOn())) {
            add("/weightMeasuredOn", "AFTER_ADMINISTRATION", "is after administeredOn");
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
