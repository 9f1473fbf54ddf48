package org.saisei.eligibility.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Few combinations in which every two values of different factors meet, but for those that cannot. */
final class Pairwise {

    /** One value of one factor. */
    record Value(String factor, String value) {}

    /** Two values of different factors, in the order of their names. */
    record Pair(Value one, Value other) {
        static Pair of(Value one, Value other) {
            return one.factor().compareTo(other.factor()) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    private final Map<String, List<String>> factors;
    private final BiPredicate<Value, Value> together;
    private final Random random;

    /** @param together whether two values of different factors can be together, in either order */
    Pairwise(Map<String, List<String>> factors, BiPredicate<Value, Value> together, long seed) {
        this.factors = factors;
        this.together = together;
        this.random = new Random(seed);
    }

    /** Every pair that can be. */
    Set<Pair> pairs() {
        var pairs = new HashSet<Pair>();
        var names = List.copyOf(factors.keySet());
        for (var i = 0; i < names.size(); i++) {
            for (var one : values(names.get(i))) {
                for (var other : names.subList(i + 1, names.size())) {
                    values(other).stream()
                            .filter(value -> can(one, value))
                            .forEach(value -> pairs.add(Pair.of(one, value)));
                }
            }
        }
        return pairs;
    }

    /** Combinations until every pair has occurred; each value is the one that brings the most pairs not seen before. */
    List<Map<String, String>> combinations() {
        var open = pairs();
        var combinations = new ArrayList<Map<String, String>>();
        while (!open.isEmpty()) {
            var chosen = new LinkedHashMap<String, Value>();
            var first = open.iterator().next();
            chosen.put(first.one().factor(), first.one());
            chosen.put(first.other().factor(), first.other());
            var names = new ArrayList<>(factors.keySet());
            Collections.shuffle(names, random);
            for (var name : names) {
                if (!chosen.containsKey(name)) {
                    chosen.put(name, best(name, chosen, open));
                }
            }
            open.removeIf(pair -> pair.one().equals(chosen.get(pair.one().factor()))
                    && pair.other().equals(chosen.get(pair.other().factor())));
            var combination = new LinkedHashMap<String, String>();
            factors.keySet()
                    .forEach(name -> combination.put(
                            name, Objects.requireNonNull(chosen.get(name)).value()));
            combinations.add(combination);
        }
        return combinations;
    }

    private Value best(String factor, Map<String, Value> chosen, Set<Pair> open) {
        @Nullable Value best = null;
        var most = -1L;
        for (var value : values(factor)) {
            if (chosen.values().stream().allMatch(other -> can(value, other))) {
                var brings = chosen.values().stream()
                        .filter(other -> open.contains(Pair.of(value, other)))
                        .count();
                if (brings > most || (brings == most && random.nextBoolean())) {
                    best = value;
                    most = brings;
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("no value of " + factor + " can be with " + chosen.values());
        }
        return best;
    }

    private boolean can(Value one, Value other) {
        return together.test(one, other) && together.test(other, one);
    }

    private List<Value> values(String factor) {
        return factors.getOrDefault(factor, List.of()).stream()
                .map(value -> new Value(factor, value))
                .toList();
    }
}
