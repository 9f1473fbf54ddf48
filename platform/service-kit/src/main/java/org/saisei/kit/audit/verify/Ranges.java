package org.saisei.kit.audit.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Positions as ranges that neither overlap nor touch, so that the rows of years are a few of them. */
final class Ranges {
    private static final Pattern RANGE = Pattern.compile("\\[(-?[0-9]{1,18}),(-?[0-9]{1,18})\\)");

    /** First position to the one after the last. */
    private final NavigableMap<Long, Long> ends = new TreeMap<>();

    /**
     * @param from its first position
     * @param to the position after its last
     */
    record Range(long from, long to) {
        long size() {
            return to - from;
        }
    }

    /** @param written as PostgreSQL writes an {@code int8multirange}; empty if it is endless or none at all */
    static Optional<Ranges> parse(String written) {
        var ranges = new Ranges();
        if (written.equals("{}")) {
            return Optional.of(ranges);
        }
        if (!written.startsWith("{") || !written.endsWith("}")) {
            return Optional.empty();
        }
        var matcher = RANGE.matcher(written);
        int at = 1;
        while (matcher.find(at) && matcher.start() == at) {
            ranges.add(new Range(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
            at = matcher.end() + 1;
            if (matcher.end() == written.length() - 1) {
                return Optional.of(ranges);
            }
        }
        return Optional.empty();
    }

    void add(Range added) {
        long from = added.from();
        long to = added.to();
        for (var before = ends.floorEntry(to); before != null && before.getValue() >= from; ) {
            from = Math.min(from, before.getKey());
            to = Math.max(to, before.getValue());
            ends.remove(before.getKey());
            before = ends.floorEntry(to);
        }
        ends.put(from, to);
    }

    boolean contains(long position) {
        var range = ends.floorEntry(position);
        return range != null && position < range.getValue();
    }

    boolean overlaps(Range range) {
        var before = ends.lowerEntry(range.to());
        return before != null && before.getValue() > range.from();
    }

    long size() {
        return ends.entrySet().stream()
                .mapToLong(range -> range.getValue() - range.getKey())
                .sum();
    }

    List<Range> all() {
        var all = new ArrayList<Range>();
        ends.forEach((from, to) -> all.add(new Range(from, to)));
        return all;
    }

    /** The smallest of them; empty where there is none. */
    Optional<Long> first() {
        return ends.isEmpty() ? Optional.empty() : Optional.of(ends.firstKey());
    }

    /** What is between two positions, both included, and not here. */
    List<Range> gaps(long first, long last) {
        var gaps = new ArrayList<Range>();
        long next = first;
        for (var range : ends.entrySet()) {
            if (range.getKey() > last) {
                break;
            }
            if (range.getKey() > next) {
                gaps.add(new Range(next, range.getKey()));
            }
            next = Math.max(next, range.getValue());
        }
        if (next <= last) {
            gaps.add(new Range(next, last + 1));
        }
        return gaps;
    }

    /** As PostgreSQL reads an {@code int8multirange}. */
    static String written(List<Range> ranges) {
        var text = new StringBuilder("{");
        for (var range : ranges) {
            text.append(text.length() == 1 ? "[" : ",[")
                    .append(range.from())
                    .append(',')
                    .append(range.to())
                    .append(')');
        }
        return text.append('}').toString();
    }
}
