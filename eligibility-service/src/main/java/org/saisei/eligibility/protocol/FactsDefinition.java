package org.saisei.eligibility.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything a protocol's facts document may hold. Closed: a member it does not name is refused with its pointer. */
public final class FactsDefinition {
    private final List<Fact<?>> facts;
    private final FactSlots slots;
    private final Map<String, Fact<?>> byPath = new HashMap<>();
    private final Set<String> groups = new HashSet<>();

    public FactsDefinition(List<Fact<?>> facts) {
        this.facts = List.copyOf(facts);
        this.slots = new FactSlots(this.facts);
        for (var fact : facts) {
            if (byPath.put(fact.path(), fact) != null) {
                throw new IllegalArgumentException("two facts at " + fact.path());
            }
            for (var dot = fact.path().indexOf('.'); dot >= 0; dot = fact.path().indexOf('.', dot + 1)) {
                groups.add(fact.path().substring(0, dot));
            }
        }
    }

    public List<Fact<?>> facts() {
        return facts;
    }

    /** The facts, or every fault of the document. */
    public sealed interface Reading {
        record Accepted(Facts facts) implements Reading {}

        record Refused(List<Fault> faults) implements Reading {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /** @param document as JSON has it, no number as a binary fraction; null members count as not sent */
    public Reading read(Map<String, ?> document) {
        var values = new IdentityHashMap<Fact<?>, Object>();
        var faults = new ArrayList<Fault>();
        read("", document, values, faults);
        return faults.isEmpty() ? new Reading.Accepted(Facts.of(slots, values)) : new Reading.Refused(faults);
    }

    private void read(String prefix, Map<?, ?> document, Map<Fact<?>, Object> values, List<Fault> faults) {
        document.forEach((name, json) -> {
            var path = prefix + name;
            var fact = byPath.get(path);
            if (String.valueOf(name).contains(".") || (fact == null && !groups.contains(path))) {
                faults.add(new Fault(pointer(prefix, String.valueOf(name)), "UNKNOWN_FIELD", "is not a field here"));
            } else if (json != null && fact != null) {
                value(fact, json, values, faults);
            } else if (json instanceof Map<?, ?> members) {
                read(path + ".", members, values, faults);
            } else if (json != null) {
                faults.add(new Fault(pointer(prefix, String.valueOf(name)), "TYPE", "must be an object"));
            }
        });
    }

    private static <T> void value(Fact<T> fact, Object json, Map<Fact<?>, Object> values, List<Fault> faults) {
        switch (fact.type().read(json)) {
            case FactType.Read.Value<T>(var value) -> values.put(fact, value);
            case FactType.Read.Refused<T>(var rule, var message) ->
                faults.add(new Fault(fact.pointer(), rule, message));
        }
    }

    private static String pointer(String prefix, @Nullable String name) {
        var escaped = String.valueOf(name).replace("~", "~0").replace("/", "~1");
        return Fact.ROOT + "/" + prefix.replace('.', '/') + escaped;
    }
}
