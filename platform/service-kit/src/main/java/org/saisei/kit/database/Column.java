package org.saisei.kit.database;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The same parameter of several statements, as the server's array.
 *
 * @param type the server's name of an element's type
 */
record Column(String type, boolean holdsArrays, @Nullable Object[] values) {
    static final Column NOTHING = new Column("text", false, new Object[0]);

    /** Empty if they cannot stand in one array; {@link #NOTHING} if all are null. */
    static Optional<Column> of(List<@Nullable Object> values) {
        var classes =
                values.stream().filter(one -> one != null).map(Object::getClass).collect(Collectors.toSet());
        return switch (classes.size()) {
            case 0 -> Optional.of(NOTHING);
            case 1 -> typed(classes.iterator().next(), values);
            default -> Optional.empty();
        };
    }

    private static Optional<Column> typed(Class<?> kind, List<@Nullable Object> values) {
        var objects = values.toArray();
        if (kind == String.class) {
            return Optional.of(new Column("text", false, objects));
        } else if (kind == Integer.class) {
            return Optional.of(new Column("int4", false, objects));
        } else if (kind == Long.class) {
            return Optional.of(new Column("int8", false, objects));
        } else if (kind == Boolean.class) {
            return Optional.of(new Column("bool", false, objects));
        } else if (kind == UUID.class) {
            return Optional.of(new Column("uuid", false, objects));
        } else if (kind == byte[].class) {
            return Optional.of(new Column("bytea", false, Arrays.copyOf(objects, objects.length, byte[][].class)));
        } else if (kind == BigDecimal.class) {
            return Optional.of(new Column("numeric", false, objects));
        } else if (kind == LocalDate.class) {
            return Optional.of(new Column("date", false, objects));
        } else if (kind == OffsetDateTime.class) {
            return Optional.of(new Column("timestamptz", false, objects));
        } else if (kind == Instant.class) {
            Arrays.setAll(objects, i -> objects[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : null);
            return Optional.of(new Column("timestamptz", false, objects));
        } else if (kind == String[].class) {
            // The server's arrays are rectangular; texts of arrays need not be.
            Arrays.setAll(objects, i -> objects[i] instanceof String[] texts ? literal(texts) : null);
            return Optional.of(new Column("text", true, objects));
        }
        return Optional.empty();
    }

    private static String literal(String[] texts) {
        return Arrays.stream(texts)
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    boolean isNothing() {
        return this == NOTHING;
    }
}
