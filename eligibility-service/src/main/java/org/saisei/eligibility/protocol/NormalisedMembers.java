package org.saisei.eligibility.protocol;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object in the form of {@link Values}. Unchanging, with its few members in two arrays: every verdict has one, and one
 * that says that it is in that form need not be brought to it again.
 */
final class NormalisedMembers extends AbstractMap<String, Object> {
    /** Sorted. */
    private final String[] names;

    private final Object[] values;

    private NormalisedMembers(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** @param value normalised */
    NormalisedMembers with(String name, Object value) {
        var found = Arrays.binarySearch(names, name);
        var at = found < 0 ? -found - 1 : found;
        var builder = new Builder(names.length + 1);
        builder.addAll(this, 0, at);
        builder.add(name, value);
        builder.addAll(this, found < 0 ? at : at + 1, names.length);
        return builder.build();
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        var at = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<String, Object>> {
        @Override
        public int size() {
            return names.length;
        }

        @Override
        public Iterator<Entry<String, Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < names.length;
                }

                @Override
                public Entry<String, Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    var at = next++;
                    return Map.entry(names[at], values[at]);
                }
            };
        }
    }

    /** Takes members in the order of their names. */
    static final class Builder {
        private final String[] names;
        private final Object[] values;
        private int size;

        Builder(int atMost) {
            this.names = new String[atMost];
            this.values = new Object[atMost];
        }

        /** @param value normalised */
        void add(String name, Object value) {
            names[size] = name;
            values[size] = value;
            size++;
        }

        private void addAll(NormalisedMembers from, int first, int end) {
            System.arraycopy(from.names, first, names, size, end - first);
            System.arraycopy(from.values, first, values, size, end - first);
            size += end - first;
        }

        NormalisedMembers build() {
            return size == names.length
                    ? new NormalisedMembers(names, values)
                    : new NormalisedMembers(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
        }
    }
}
