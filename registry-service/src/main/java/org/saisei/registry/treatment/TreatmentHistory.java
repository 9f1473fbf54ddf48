package org.saisei.registry.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject's facts, all versions; questions are answered from the current ones. Read through once, so that weighing every
 * fact against the others takes time in proportion to their number and not to its square.
 */
final class TreatmentHistory {
    private final List<Fact> current;
    private final Map<UUID, UUID> origins = new HashMap<>();
    private final Map<UUID, Collection> collections = new HashMap<>();
    private final Map<String, List<Product>> products = new HashMap<>();
    private final Map<UUID, LocalDate> firstMadeFrom = new HashMap<>();
    private final Map<String, LocalDate> firstGiven = new HashMap<>();
    private final List<Fact> administrations = new ArrayList<>();

    /** @param facts all versions of all facts of one subject */
    TreatmentHistory(List<Fact> facts) {
        facts.forEach(fact -> origins.put(fact.factId(), fact.originId()));
        current = facts.stream().filter(Fact::isCurrent).toList();
        current.forEach(this::read);
        administrations.sort(Comparator.comparing((Fact fact) -> fact.content().happenedOn())
                .thenComparing(Fact::recordedAt)
                .thenComparing(Fact::factId));
    }

    private void read(Fact fact) {
        switch (fact.content()) {
            case Collection collection -> collections.put(fact.originId(), collection);
            case Product product -> {
                products.computeIfAbsent(product.lotNumber(), lot -> new ArrayList<>())
                        .add(product);
                for (var collection : product.fromCollections()) {
                    var origin = origins.get(collection);
                    if (origin != null) {
                        firstMadeFrom.merge(origin, product.manufacturedOn(), TreatmentHistory::earlier);
                    }
                }
            }
            case Administration administration -> {
                administrations.add(fact);
                firstGiven.merge(
                        administration.lotNumber(), administration.administeredOn(), TreatmentHistory::earlier);
            }
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    List<Fact> current() {
        return current;
    }

    /** What this is a version of; null if it is no version of any of this subject's facts. */
    @Nullable
    UUID origin(UUID anyVersion) {
        return origins.get(anyVersion);
    }

    /** The current version of the collection that this factId is a version of; null if it is none of this subject's. */
    @Nullable
    Collection collection(UUID anyVersion) {
        var origin = origins.get(anyVersion);
        return origin == null ? null : collections.get(origin);
    }

    /** Current products of this subject with this lot number. */
    List<Product> products(String lotNumber) {
        return List.copyOf(products.getOrDefault(lotNumber, List.of()));
    }

    /** Current administrations, the earliest first; on one day, in the order recorded. */
    List<Fact> administrations() {
        return List.copyOf(administrations);
    }

    /**
     * Whether the fact's day and that of a current fact it came from, or that came of it, are in an order that cannot be:
     * given before made, or made before collected. One day is no contradiction.
     */
    boolean contradictsDays(Fact fact) {
        return switch (fact.content()) {
            case Collection collection -> isBefore(firstMadeFrom.get(fact.originId()), collection.collectedOn());
            case Product product ->
                product.fromCollections().stream()
                                .map(this::collection)
                                .filter(Objects::nonNull)
                                .anyMatch(from -> product.manufacturedOn().isBefore(from.collectedOn()))
                        || isBefore(firstGiven.get(product.lotNumber()), product.manufacturedOn());
            case Administration administration ->
                products.getOrDefault(administration.lotNumber(), List.of()).stream()
                        .anyMatch(made -> administration.administeredOn().isBefore(made.manufacturedOn()));
        };
    }

    private static boolean isBefore(@Nullable LocalDate day, LocalDate other) {
        return day != null && day.isBefore(other);
    }

    /** Lots of this subject's current products. */
    Set<String> lots() {
        return Set.copyOf(products.keySet());
    }
}
