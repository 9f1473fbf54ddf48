package org.saisei.eligibility.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a patient: a document as JSON has it, each fact read out of it by its own type. A fact that is not
 * there is unknown, and so is one whose kept value is none that the fact can have.
 */
public final class Facts {
    private final Map<String, Object> document;
    /** Where in {@link #values} a definition has put what it read. */
    private final FactSlots slots;

    private final @Nullable Object[] values;
    /** The {@link #values} as {@link Values} has them. */
    private final @Nullable Object[] normalised;

    private Facts(Map<String, Object> document, FactSlots slots) {
        this.document = Values.normalised(document);
        this.slots = slots;
        this.values = new Object[slots.size()];
        this.normalised = new Object[slots.size()];
    }

    public static Facts none() {
        return new Facts(Map.of(), FactSlots.NONE);
    }

    /**
     * As they were kept, whether or not the protocol version that they were read under is still here. What comes from
     * outside is read by a {@link FactsDefinition}.
     */
    public static Facts kept(Map<String, Object> document) {
        return new Facts(document, FactSlots.NONE);
    }

    /**
     * @param slots of every fact that there may be
     * @param read values of facts among them
     */
    static Facts of(FactSlots slots, Map<Fact<?>, Object> read) {
        var facts = new Facts(document(read), slots);
        read.forEach((fact, value) -> {
            facts.values[slots.slot(fact)] = value;
            facts.normalised[slots.slot(fact)] = Values.normalised(value);
        });
        return facts;
    }

    private static Map<String, Object> document(Map<Fact<?>, Object> read) {
        var root = new LinkedHashMap<String, Object>();
        read.forEach((fact, value) -> {
            var names = fact.path().split("\\.", -1);
            var at = root;
            for (var i = 0; i < names.length - 1; i++) {
                at = descend(at, names[i]);
            }
            at.put(names[names.length - 1], value);
        });
        return root;
    }

    @SuppressWarnings("unchecked") // only this class puts maps there
    private static LinkedHashMap<String, Object> descend(Map<String, Object> at, String name) {
        return (LinkedHashMap<String, Object>) at.computeIfAbsent(name, n -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked") // what is in a fact's slot was read by its type
    public <T> @Nullable T get(Fact<T> fact) {
        var slot = slots.slot(fact);
        return slot >= 0 ? (T) values[slot] : readFromDocument(fact);
    }

    private <T> @Nullable T readFromDocument(Fact<T> fact) {
        var json = json(fact);
        return json != null && fact.type().read(json) instanceof FactType.Read.Value<T>(var value) ? value : null;
    }

    /** As {@link Values} has it. */
    private @Nullable Object normalised(Fact<?> fact) {
        var slot = slots.slot(fact);
        return slot >= 0 ? normalised[slot] : Values.normalised(readFromDocument(fact));
    }

    private @Nullable Object json(Fact<?> fact) {
        Object at = document;
        for (var name : fact.path().split("\\.", -1)) {
            at = at instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return at;
    }

    public boolean knows(Fact<?> fact) {
        return get(fact) != null;
    }

    /** True if the fact is known and is {@code value}. */
    public <T> boolean is(Fact<T> fact, T value) {
        return value.equals(get(fact));
    }

    /** True if one of them is known and is {@code value}. */
    public <T> boolean anyIs(List<Fact<T>> facts, T value) {
        for (var fact : facts) {
            if (is(fact, value)) {
                return true;
            }
        }
        return false;
    }

    /** Pointers of those that are not known, in the order given. */
    public List<String> missing(FactList facts) {
        List<String> missing = List.of();
        for (var fact : facts.facts()) {
            if (!knows(fact)) {
                missing = missing.isEmpty() ? new ArrayList<>() : missing;
                missing.add(fact.pointer());
            }
        }
        return List.copyOf(missing);
    }

    /** Those that are known, by path, to be shown with a verdict. */
    public Map<String, Object> shown(FactList facts) {
        var shown = new ValuesBuilder(facts.byPath().length);
        for (var fact : facts.byPath()) {
            var value = normalised(fact);
            if (value != null) {
                shown.add(fact.path(), value);
            }
        }
        return shown.build();
    }

    /** The document as JSON has it. */
    public Map<String, Object> document() {
        return document;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && document.equals(facts.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    /** Names only: facts are a patient's. */
    @Override
    public String toString() {
        return "Facts" + new TreeSet<>(document.keySet());
    }
}
