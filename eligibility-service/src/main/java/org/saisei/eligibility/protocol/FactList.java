package org.saisei.eligibility.protocol;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Facts that are looked at together. Made once for each criterion: what is the same for every patient is done here. */
public final class FactList {
    private final Fact<?>[] facts;
    private final Fact<?>[] byPath;
    private final List<String> pointers;

    private FactList(Fact<?>[] facts) {
        this.facts = facts;
        this.byPath = facts.clone();
        Arrays.sort(byPath, Comparator.comparing(Fact::path));
        this.pointers = Arrays.stream(facts).<String>map(Fact::pointer).toList();
    }

    public static FactList of(Fact<?>... facts) {
        return new FactList(facts.clone());
    }

    /** In the order given; not to be changed. */
    Fact<?>[] facts() {
        return facts;
    }

    /** In the order of their paths, as {@link Values} has members; not to be changed. */
    Fact<?>[] byPath() {
        return byPath;
    }

    /** In the order given. */
    public List<String> pointers() {
        return pointers;
    }
}
