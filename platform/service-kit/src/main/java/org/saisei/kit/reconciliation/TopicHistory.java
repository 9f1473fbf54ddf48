package org.saisei.kit.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Records as they stand on topics, one after the other, and what is wrong with their sequences. Delivery is at least once:
 * the same event may stand there again, and only its first place counts.
 */
public final class TopicHistory {
    private final Map<Key, Seen> keys = new HashMap<>();
    private final List<String> reordered = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private long repeated;

    private record Key(String topic, String key) {}

    private static final class Seen {
        private final Map<Long, UUID> events = new HashMap<>();
        private long last;
    }

    /** The next record of its partition, or of all of them in any order that keeps each partition's. */
    public void saw(String topic, String key, long sequence, UUID id) {
        var seen = keys.computeIfAbsent(new Key(topic, key), first -> new Seen());
        var before = seen.events.putIfAbsent(sequence, id);
        if (before != null) {
            if (before.equals(id)) {
                repeated++;
            } else {
                duplicated.add(id.toString());
            }
            return;
        }
        if (sequence < seen.last) {
            reordered.add(id.toString());
        } else if (seen.last > 0 && sequence > seen.last + 1) {
            gaps.add("%s %s %d-%d".formatted(topic, key, seen.last + 1, sequence - 1));
        }
        seen.last = Math.max(seen.last, sequence);
    }

    /** Ids of events after which a later one of their key stood already. */
    public List<String> reordered() {
        return List.copyOf(reordered);
    }

    /** Ids of events in whose place of the sequence another one stood already. */
    public List<String> duplicated() {
        return List.copyOf(duplicated);
    }

    /** Places that nothing stood in when a later one was seen: {@code topic key first-last}. What is reordered is one, too. */
    public List<String> gaps() {
        return List.copyOf(gaps);
    }

    /** How many records were an event once more. */
    public long repeated() {
        return repeated;
    }
}
