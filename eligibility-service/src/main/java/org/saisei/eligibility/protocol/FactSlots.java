package org.saisei.eligibility.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place for each fact of a definition, found by its number without a search. */
final class FactSlots {
    static final FactSlots NONE = new FactSlots(List.of());

    private final int first;
    private final @Nullable Fact<?>[] facts;

    FactSlots(List<Fact<?>> facts) {
        this.first = facts.stream().mapToInt(Fact::number).min().orElse(0);
        this.facts = new Fact<?>[facts.stream().mapToInt(Fact::number).max().orElse(-1) - first + 1];
        facts.forEach(fact -> this.facts[fact.number() - first] = fact);
    }

    /** From 0; -1 for a fact of another definition. */
    int slot(Fact<?> fact) {
        var at = fact.number() - first;
        return at >= 0 && at < facts.length && facts[at] == fact ? at : -1;
    }

    int size() {
        return facts.length;
    }
}
