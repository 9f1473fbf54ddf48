package org.saisei.registry.treatment;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A subject's facts, all versions; questions are answered from the current ones. */
record TreatmentHistory(List<Fact> facts) {

    TreatmentHistory {
        facts = List.copyOf(facts);
    }

    List<Fact> current() {
        return facts.stream().filter(Fact::isCurrent).toList();
    }

    /** The current version of the collection that this factId is a version of; null if it is none of this subject's. */
    @Nullable
    Collection collection(UUID anyVersion) {
        return origin(anyVersion)
                .flatMap(origin -> current().stream()
                        .filter(fact -> fact.originId().equals(origin))
                        .map(Fact::content)
                        .filter(Collection.class::isInstance)
                        .map(Collection.class::cast)
                        .findFirst())
                .orElse(null);
    }

    /** Current products of this subject with this lot number. */
    List<Product> products(String lotNumber) {
        return currentOf(Product.class)
                .filter(product -> product.lotNumber().equals(lotNumber))
                .toList();
    }

    List<Product> productsFrom(UUID collectionOrigin) {
        return currentOf(Product.class)
                .filter(product -> product.fromCollections().stream()
                        .anyMatch(id ->
                                origin(id).filter(collectionOrigin::equals).isPresent()))
                .toList();
    }

    List<Administration> administrationsOf(String lotNumber) {
        return currentOf(Administration.class)
                .filter(administration -> administration.lotNumber().equals(lotNumber))
                .toList();
    }

    /** Current administrations, the earliest first; on one day, in the order recorded. */
    List<Fact> administrations() {
        return current().stream()
                .filter(fact -> fact.content() instanceof Administration)
                .sorted(Comparator.comparing((Fact fact) -> fact.content().happenedOn())
                        .thenComparing(Fact::recordedAt)
                        .thenComparing(Fact::factId))
                .toList();
    }

    /**
     * Whether the fact's day and that of a current fact it came from, or that came of it, are in an order that cannot be:
     * given before made, or made before collected. One day is no contradiction.
     */
    boolean contradictsDays(Fact fact) {
        return switch (fact.content()) {
            case Collection collection ->
                productsFrom(fact.originId()).stream()
                        .anyMatch(product -> product.manufacturedOn().isBefore(collection.collectedOn()));
            case Product product ->
                product.fromCollections().stream()
                                .map(this::collection)
                                .filter(Objects::nonNull)
                                .anyMatch(from -> product.manufacturedOn().isBefore(from.collectedOn()))
                        || administrationsOf(product.lotNumber()).stream()
                                .anyMatch(given -> given.administeredOn().isBefore(product.manufacturedOn()));
            case Administration administration ->
                products(administration.lotNumber()).stream()
                        .anyMatch(made -> administration.administeredOn().isBefore(made.manufacturedOn()));
        };
    }

    /** Lots of this subject's current products. */
    Set<String> lots() {
        return currentOf(Product.class).map(Product::lotNumber).collect(Collectors.toUnmodifiableSet());
    }

    private Optional<UUID> origin(UUID anyVersion) {
        return facts.stream()
                .filter(fact -> fact.factId().equals(anyVersion))
                .map(Fact::originId)
                .findFirst();
    }

    private <T extends FactContent> Stream<T> currentOf(Class<T> type) {
        return current().stream().map(Fact::content).filter(type::isInstance).map(type::cast);
    }
}
