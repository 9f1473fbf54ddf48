package org.saisei.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next send it as {@code ?after=} for the following page; null on the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String next) {

    /** What {@code next} is, for the API's description. */
    public static final String NEXT = "Send it as `after` for the following page; null on the last.";

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from a list that was read one longer than the page.
     *
     * @param read up to {@code limit + 1} items in the list's order
     * @param position what {@link Cursor} shall hold for an item
     */
    public static <T> Page<T> of(List<T> read, int limit, Function<T, String> position) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        var items = read.subList(0, limit);
        return new Page<>(items, Cursor.encode(position.apply(items.get(limit - 1))));
    }
}
