package org.saisei.kit.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Statements of several acts, those that say the same put into one over arrays of their parameters: the server then starts
 * one instead of many, which is most of what a small statement costs it. Of two kinds it is known to mean the same:
 *
 * <ul>
 *   <li>{@code SELECT …}, run once for each set of parameters, in their order;
 *   <li>{@code … VALUES (…) …} with all parameters in the one list, which then has a row for each; not where the number of
 *       rows is asked for.
 * </ul>
 */
final class Merged {
    private static final Pattern VALUES = Pattern.compile("\\bVALUES\\s*\\(");

    /** By statement and types; as many as there are statements in the source, times the columns that may be all null. */
    private static final Map<String, Optional<String>> TEXTS = new ConcurrentHashMap<>();

    private Merged() {}

    /** @param each the acts' statements; those of one act keep their order */
    static List<Statement> of(List<List<Statement>> each) {
        if (each.size() == 1) {
            return each.getFirst();
        }
        var next = new int[each.size()];
        var merged = new ArrayList<Statement>();
        for (int act = 0; act < each.size(); ) {
            if (next[act] == each.get(act).size()) {
                act++;
                continue;
            }
            var sql = each.get(act).get(next[act]).sql();
            var same = new ArrayList<Statement>();
            for (int other = act; other < each.size(); other++) {
                var statements = each.get(other);
                if (next[other] < statements.size()
                        && statements.get(next[other]).sql().equals(sql)) {
                    same.add(statements.get(next[other]++));
                }
            }
            one(same).ifPresentOrElse(merged::add, () -> merged.addAll(same));
        }
        return merged;
    }

    private static Optional<Statement> one(List<Statement> same) {
        var first = same.getFirst();
        if (same.size() == 1 || same.stream().anyMatch(one -> one.reading() instanceof Statement.Count)) {
            return Optional.empty();
        }
        var columns = new ArrayList<Column>();
        for (int place = 0; place < first.parameters().size(); place++) {
            int at = place;
            var column = Column.of(same.stream()
                    .<@Nullable Object>map(one -> one.parameters().get(at))
                    .toList());
            if (column.isEmpty()) {
                return Optional.empty();
            }
            columns.add(column.get());
        }
        var key = new StringBuilder(first.sql());
        columns.forEach(column -> key.append('|').append(column.isNothing() ? "" : column.type()));
        return TEXTS.computeIfAbsent(key.toString(), absent -> text(first, columns))
                .map(text -> new Statement(
                        text,
                        columns.stream()
                                .filter(column -> !column.isNothing())
                                .<@Nullable Object>map(column -> column)
                                .toList(),
                        first.isQuery()
                                ? new Statement.Shared(
                                        same.stream().map(Statement::reading).toList())
                                : Statement.Unread.UNREAD));
    }

    private static Optional<String> text(Statement statement, List<Column> columns) {
        if (columns.stream().allMatch(Column::isNothing)) {
            return Optional.empty();
        }
        var sql = statement.sql();
        if (statement.isQuery()) {
            return Optional.of("SELECT found.*, asked.number FROM " + asked(columns)
                    + " CROSS JOIN LATERAL (SELECT * FROM (" + named(sql, columns) + ") AS one OFFSET 0) AS found");
        }
        var values = VALUES.matcher(sql);
        if (!values.find()) {
            return Optional.empty();
        }
        int open = values.end() - 1;
        int close = closing(sql, open);
        var outside = sql.substring(0, open) + sql.substring(close);
        if (outside.indexOf('?') >= 0) {
            return Optional.empty();
        }
        return Optional.of(sql.substring(0, values.start()) + "SELECT " + named(sql.substring(open + 1, close), columns)
                + " FROM " + asked(columns) + " ORDER BY asked.number" + sql.substring(close + 1));
    }

    private static String asked(List<Column> columns) {
        var arrays = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (int place = 0; place < columns.size(); place++) {
            if (!columns.get(place).isNothing()) {
                arrays.add("?::" + columns.get(place).type() + "[]");
                names.add("p" + place);
            }
        }
        return "unnest(" + String.join(", ", arrays) + ") WITH ORDINALITY AS asked (" + String.join(", ", names)
                + ", number)";
    }

    /** With the columns' names where the question marks were. */
    private static String named(String sql, List<Column> columns) {
        var named = new StringBuilder();
        int place = 0;
        boolean quoted = false;
        for (char character : sql.toCharArray()) {
            quoted ^= character == '\'';
            if (character == '?' && !quoted) {
                var column = columns.get(place);
                named.append(
                        column.isNothing()
                                ? "NULL"
                                : column.holdsArrays() ? "asked.p" + place + "::text[]" : "asked.p" + place);
                place++;
            } else {
                named.append(character);
            }
        }
        return named.toString();
    }

    private static int closing(String sql, int open) {
        int depth = 0;
        boolean quoted = false;
        for (int at = open; at < sql.length(); at++) {
            char character = sql.charAt(at);
            quoted ^= character == '\'';
            if (!quoted) {
                depth += character == '(' ? 1 : character == ')' ? -1 : 0;
                if (depth == 0) {
                    return at;
                }
            }
        }
        throw new IllegalArgumentException("a list that does not end: " + sql);
    }
}
