package org.saisei.kit.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query that grows by the conditions a caller has asked for. */
public final class Conditions {
    private final StringBuilder text;
    private final List<Object> parameters = new ArrayList<>();

    /** @param select up to and including its {@code WHERE} and a first condition */
    public Conditions(String select) {
        this.text = new StringBuilder(select);
    }

    /** Adds SQL that holds one placeholder, unless the value is null. */
    public Conditions with(String sql, @Nullable Object value) {
        if (value != null) {
            text.append(' ').append(sql);
            parameters.add(value);
        }
        return this;
    }

    /** Adds one or the other; neither for null. */
    public Conditions either(@Nullable Boolean which, String ifTrue, String ifFalse) {
        Optional.ofNullable(which).ifPresent(one -> text.append(' ').append(one ? ifTrue : ifFalse));
        return this;
    }

    public <T> List<T> list(Sql sql, Sql.RowReader<T> reader) {
        return sql.list(text.toString(), reader, parameters.toArray());
    }
}
