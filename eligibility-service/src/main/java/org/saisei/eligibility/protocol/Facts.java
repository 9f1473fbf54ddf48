package org.saisei.eligibility.protocol;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known about a patient, read with a protocol's {@link FactsDefinition}. A fact that is not there is unknown. */
public final class Facts {
    private final Map<String, Object> byPath;

    Facts(Map<String, Object> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    public static Facts none() {
        return new Facts(Map.of());
    }

    public <T> @Nullable T get(Fact<T> fact) {
        var value = byPath.get(fact.path());
        return value == null ? null : fact.type().javaType().cast(value);
    }

    public boolean knows(Fact<?> fact) {
        return byPath.containsKey(fact.path());
    }

    /** True if the fact is known and is {@code value}. */
    public <T> boolean is(Fact<T> fact, T value) {
        return value.equals(get(fact));
    }

    /** Pointers of those that are not known, in the order given. */
    public List<String> missing(Fact<?>... facts) {
        return Arrays.stream(facts)
                .filter(fact -> !knows(fact))
                .map(Fact::pointer)
                .toList();
    }

    /** Those that are known, by path, to be shown with a verdict. */
    public Map<String, Object> shown(Fact<?>... facts) {
        var result = new LinkedHashMap<String, Object>();
        for (var fact : facts) {
            var value = byPath.get(fact.path());
            if (value != null) {
                result.put(fact.path(), value);
            }
        }
        return Values.normalised(result);
    }

    /** The document as JSON has it; reading it again gives equal facts. */
    public Map<String, Object> document() {
        var root = new LinkedHashMap<String, Object>();
        new TreeMap<>(byPath).forEach((path, value) -> {
            var names = path.split("\\.", -1);
            var at = root;
            for (var i = 0; i < names.length - 1; i++) {
                at = descend(at, names[i]);
            }
            at.put(names[names.length - 1], value);
        });
        return Values.normalised(root);
    }

    @SuppressWarnings("unchecked") // only this class puts maps there
    private static LinkedHashMap<String, Object> descend(Map<String, Object> at, String name) {
        return (LinkedHashMap<String, Object>) at.computeIfAbsent(name, n -> new LinkedHashMap<String, Object>());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && byPath.equals(facts.byPath);
    }

    @Override
    public int hashCode() {
        return byPath.hashCode();
    }

    /** Names only: facts are a patient's. */
    @Override
    public String toString() {
        return "Facts" + new TreeMap<>(byPath).keySet();
    }
}
