package org.saisei.systemtests.chaos.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.systemtests.chaos.check.Snapshot.FeedEntry;
import org.saisei.systemtests.chaos.history.Entry;

/**
 * The feed has dense positions, and each subscriber was shown all of it, in order, from where it said it was to the end. A
 * connection without {@code Last-Event-ID} begins wherever it begins. Subscribers have no filter and stay until the end.
 */
final class SeenOnStream implements Rule {
    private static final int GONE = 410;

    private static final class Judged {
        private final List<String> skipped = new ArrayList<>();
        private final List<String> repeated = new ArrayList<>();
        private final List<String> backwards = new ArrayList<>();
        private final List<String> foreign = new ArrayList<>();
        private final List<String> different = new ArrayList<>();
        private long seen;
    }

    @Override
    public void judge(List<Entry> history, Snapshot snapshot, Findings findings) {
        var feed = snapshot.feed();
        var positions = new TreeMap<Long, FeedEntry>();
        var twice = new ArrayList<String>();
        var waiting = new ArrayList<String>();
        for (var entry : feed.entries()) {
            if (entry.position() == null) {
                waiting.add(entry.caseId() + " " + entry.version());
            } else if (positions.putIfAbsent(entry.position(), entry) != null) {
                twice.add(String.valueOf(entry.position()));
            }
        }
        var empty = new ArrayList<String>();
        for (long position = 1; position <= feed.position(); position++) {
            if (!positions.containsKey(position)) {
                empty.add(String.valueOf(position));
            }
        }
        var judged = new Judged();
        subscribers(history).forEach((name, entries) -> subscriber(name, entries, feed, positions, judged));
        findings.measure("seen", judged.seen)
                .found(Kind.UNSEEN, "in the feed without a position", waiting)
                .found(Kind.LOST, "a position of the feed without an entry", empty)
                .found(Kind.DUPLICATED, "a position of the feed with two entries", twice)
                .found(
                        Kind.HALF_APPLIED,
                        "in the feed beyond its head",
                        positions.tailMap(feed.position(), false).keySet().stream()
                                .map(String::valueOf)
                                .toList())
                .found(Kind.UNSEEN, "not shown to a subscriber", judged.skipped)
                .found(Kind.DUPLICATED, "shown twice to a subscriber on one connection", judged.repeated)
                .found(Kind.REORDERED, "shown to a subscriber after a later one", judged.backwards)
                .found(Kind.LOST, "shown to a subscriber, and not in the feed", judged.foreign)
                .found(Kind.HALF_APPLIED, "shown to a subscriber otherwise than in the feed", judged.different);
    }

    private static Map<String, List<Entry>> subscribers(List<Entry> history) {
        var subscribers = new LinkedHashMap<String, List<Entry>>();
        for (var entry : history) {
            switch (entry) {
                case Entry.Connected connected ->
                    subscribers
                            .computeIfAbsent(connected.subscriber(), first -> new ArrayList<>())
                            .add(connected);
                case Entry.Seen seen ->
                    subscribers
                            .computeIfAbsent(seen.subscriber(), first -> new ArrayList<>())
                            .add(seen);
                case Entry.Attempt attempt -> {
                    // of commands
                }
                case Entry.Fault fault -> {
                    // judged by what came of it
                }
            }
        }
        return subscribers;
    }

    private static void subscriber(
            String name, List<Entry> entries, Snapshot.Feed feed, TreeMap<Long, FeedEntry> positions, Judged judged) {
        var starts = new HashMap<Integer, Long>();
        for (var entry : entries) {
            if (entry instanceof Entry.Connected connected) {
                var after = position(feed, connected.lastEventId());
                if (connected.status() == GONE && after != null) {
                    judged.skipped.add(name + " is refused what follows " + connected.lastEventId());
                } else if (connected.status() == 200) {
                    starts.put(connected.connection(), after == null ? -1L : after);
                }
            }
        }
        var shown = entries.stream()
                .filter(Entry.Seen.class::isInstance)
                .map(Entry.Seen.class::cast)
                .collect(Collectors.groupingBy(Entry.Seen::connection, TreeMap::new, Collectors.toList()));
        long reached = -1;
        for (var connection : new TreeMap<>(starts).entrySet()) {
            long start = connection.getValue();
            var seen = shown.getOrDefault(connection.getKey(), List.of());
            if (start >= 0 && reached >= 0 && start > reached) {
                skipped(name, reached, start, judged);
            }
            reached = connection(name, start, seen, feed, positions, judged);
        }
        if (reached >= 0) {
            skipped(name, reached, feed.position(), judged);
        }
    }

    /** @return the last position shown, or where it began; -1 where that is not known */
    private static long connection(
            String name,
            long start,
            List<Entry.Seen> seen,
            Snapshot.Feed feed,
            TreeMap<Long, FeedEntry> positions,
            Judged judged) {
        long last = start;
        var here = new HashSet<Long>();
        for (var one : seen) {
            judged.seen++;
            var position = position(feed, one.id());
            var entry = position == null ? null : positions.get(position);
            if (position == null || entry == null) {
                judged.foreign.add(name + " " + one.id());
                continue;
            }
            if (!entry.caseId().equals(one.caseId())
                    || entry.version() != one.version()
                    || !entry.event().equals(one.event())) {
                judged.different.add(name + " " + one.id());
            }
            if (!here.add(position)) {
                judged.repeated.add(name + " " + one.id());
            } else if (position <= last) {
                judged.backwards.add(name + " " + one.id());
            } else {
                if (last >= 0) {
                    skipped(name, last, position - 1, judged);
                }
                last = position;
            }
        }
        return last;
    }

    private static void skipped(String name, long after, long through, Judged judged) {
        for (long position = after + 1; position <= through; position++) {
            judged.skipped.add(name + " " + position);
        }
    }

    /** Null for none, and for one of another generation. */
    private static @Nullable Long position(Snapshot.Feed feed, @Nullable String id) {
        var prefix = feed.generation() + "-";
        return id == null || !id.startsWith(prefix) ? null : Long.valueOf(id.substring(prefix.length()));
    }
}
