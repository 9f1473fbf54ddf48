package org.saisei.eligibility.protocol;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one object in the form of {@link Values}; cheapest if its members come in the order of their names. */
public final class ValuesBuilder {
    private String[] names;
    private Object[] values;
    private int size;

    /** @param members how many are expected */
    public ValuesBuilder(int members) {
        this.names = new String[members];
        this.values = new Object[members];
    }

    /** @param more how many are expected besides */
    public ValuesBuilder(Map<String, Object> members, int more) {
        var normalised = Values.object(members);
        this.size = normalised.size();
        this.names = normalised.names(size + more);
        this.values = normalised.values(size + more);
    }

    /** In the place of a member of that name, if there is one; null is left out. */
    public ValuesBuilder put(String name, @Nullable Object value) {
        var normalised = Values.normalised(value);
        if (normalised == null) {
            return this;
        }
        var found =
                size > 0 && names[size - 1].compareTo(name) < 0 ? -size - 1 : Arrays.binarySearch(names, 0, size, name);
        if (found < 0) {
            insert(-found - 1, name, normalised);
        } else {
            values[found] = normalised;
        }
        return this;
    }

    /** @param name after those of all members so far */
    void add(String name, Object normalised) {
        insert(size, name, normalised);
    }

    private void insert(int at, String name, Object normalised) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size + 4);
            values = Arrays.copyOf(values, size + 4);
        }
        System.arraycopy(names, at, names, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        names[at] = name;
        values[at] = normalised;
        size++;
    }

    /** Nothing may be put afterwards. */
    public Map<String, Object> build() {
        return members();
    }

    NormalisedMembers members() {
        return size == names.length
                ? new NormalisedMembers(names, values)
                : new NormalisedMembers(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
    }
}
