package org.saisei.registry.treatment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Chain of identity (S-T6): from the subject's own collections over a product to what is given. It is shown or it is
 * not; why not is not told, for that could tell of another patient.
 */
final class Chain {
    private final TreatmentHistory history;
    private final Set<String> lotsOfOthers;
    private final Map<String, Boolean> shown = new HashMap<>();

    /** @param lotsOfOthers lots of which another subject has a current record, at whatever facility */
    Chain(TreatmentHistory history, Set<String> lotsOfOthers) {
        this.history = history;
        this.lotsOfOthers = Set.copyOf(lotsOfOthers);
    }

    /** Made from this subject's current collections alone, at least one, and no other subject's lot. */
    boolean isShownFor(Product product) {
        boolean madeOfOwn = product.fromCollections().stream().allMatch(id -> history.collection(id) != null);
        boolean madeOfSomething = !product.fromCollections().isEmpty() || product.outcome() == Product.Outcome.FAILED;
        return madeOfOwn && madeOfSomething && !lotsOfOthers.contains(product.lotNumber());
    }

    /** The lot is one of this subject's products, released, and the chain is shown for each record of it. */
    boolean isShownFor(String lotNumber) {
        return shown.computeIfAbsent(lotNumber, this::everyRecordShows);
    }

    private boolean everyRecordShows(String lotNumber) {
        var products = history.products(lotNumber);
        return !products.isEmpty()
                && products.stream()
                        .allMatch(product -> product.outcome() == Product.Outcome.RELEASED && isShownFor(product));
    }
}
