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
    private final String[] names;
    private final Object[] values;

    /**
     * @param names sorted
     * @param values normalised, in the order of their names
     */
    NormalisedMembers(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** @param length of the copy, at least the number of members */
    String[] names(int length) {
        return Arrays.copyOf(names, length);
    }

    /** @param length of the copy, at least the number of members */
    Object[] values(int length) {
        return Arrays.copyOf(values, length);
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
}
