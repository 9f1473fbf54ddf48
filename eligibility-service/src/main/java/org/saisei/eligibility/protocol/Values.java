package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON has them: texts, booleans, numbers, lists and objects. Brought to one form, so that what was stored and
 * read back equals what was computed: numbers without trailing zeros, dates as ISO 8601 texts, codes as texts, null left
 * out, members in order of their names.
 */
public final class Values {
    private Values() {}

    /** Unchanging; the same map if it is in that form already. */
    public static Map<String, Object> normalised(Map<String, ?> values) {
        return object(values);
    }

    static NormalisedMembers object(Map<?, ?> values) {
        if (values instanceof NormalisedMembers already) {
            return already;
        }
        var members = new ValuesBuilder(values.size());
        values.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members.members();
    }

    static @Nullable Object normalised(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean flag -> flag;
            case BigDecimal number -> plain(number);
            case Number number -> plain(new BigDecimal(number.toString()));
            case LocalDate day -> day.toString();
            case Enum<?> code -> code.name();
            case Map<?, ?> members -> object(members);
            case Collection<?> items -> items(items);
            default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static List<Object> items(Collection<?> items) {
        var result = new ArrayList<Object>();
        for (var item : items) {
            var value = normalised(item);
            if (value != null) {
                result.add(value);
            }
        }
        return List.copyOf(result);
    }
}
