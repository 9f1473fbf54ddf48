package org.saisei.eligibility.protocol;

import java.util.Comparator;
import java.util.List;

/** Facts that are looked at together. Made once for each criterion: what is the same for every patient is done here. */
public final class FactList {
    private final List<Fact<?>> facts;
    private final List<String> pointers;
    private final List<Fact<?>> byPath;

    private FactList(List<Fact<?>> facts) {
        this.facts = facts;
        this.pointers = facts.stream().<String>map(Fact::pointer).toList();
        this.byPath = facts.stream()
                .sorted(Comparator.<Fact<?>, String>comparing(Fact::path))
                .toList();
    }

    public static FactList of(Fact<?>... facts) {
        return new FactList(List.of(facts));
    }

    /** In the order given. */
    List<Fact<?>> facts() {
        return facts;
    }

    /** In the order given. */
    public List<String> pointers() {
        return pointers;
    }

    /** In the order of their paths, as {@link Values} has members. */
    List<Fact<?>> byPath() {
        return byPath;
    }
}
