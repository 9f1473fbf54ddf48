package org.saisei.systemtests.chaos.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.systemtests.chaos.check.Snapshot.InboxRow;
import org.saisei.systemtests.chaos.check.Snapshot.Key;
import org.saisei.systemtests.chaos.check.Snapshot.Parked;
import org.saisei.systemtests.chaos.check.Snapshot.TopicRecord;
import org.saisei.systemtests.chaos.history.Entry;

/** Every service has applied every event of the topics it reads, in one row of its inbox, and marked it. */
final class AppliedOnce implements Rule {

    @Override
    public void judge(List<Entry> history, Snapshot snapshot, Findings findings) {
        var first = PublishedEvents.first(snapshot);
        long[] applied = new long[1];
        snapshot.services().forEach((name, service) -> {
            applied[0] += service.inbox().size();
            events(name, service, snapshot, first, findings);
            marks(name, service, findings);
        });
        findings.measure("applied", applied[0]);
    }

    private static void events(
            String name, Snapshot.Service service, Snapshot snapshot, Map<UUID, TopicRecord> first, Findings findings) {
        var rows = service.inbox().stream().collect(Collectors.toMap(InboxRow::eventId, row -> row, (a, b) -> a));
        Predicate<UUID> isOurs = id -> {
            var record = first.get(id);
            return record != null && PublishedEvents.isOurs(snapshot, record);
        };
        var waiting = new HashSet<String>();
        var resolved = new HashMap<UUID, Parked.State>();
        for (var one : service.parked()) {
            var id = one.eventId();
            if (id != null && one.state() != Parked.State.OPEN) {
                resolved.put(id, one.state());
            } else if (id != null && isOurs.test(id)) {
                waiting.add(name(id, first));
            }
        }
        var lost = new ArrayList<String>();
        var unread = new ArrayList<String>();
        first.values().stream()
                .filter(record -> service.reads().contains(record.topic()))
                .filter(record -> PublishedEvents.isOurs(snapshot, record))
                .filter(record -> !rows.containsKey(record.id()))
                .filter(record -> !waiting.contains(name(record.id(), first)))
                .filter(record -> resolved.get(record.id()) != Parked.State.DISCARDED)
                .forEach(record -> (isAcknowledged(service, record) ? lost : unread).add(name(record.id(), first)));
        var places = service.inbox().stream()
                .collect(Collectors.groupingBy(row -> row.key() + " " + row.sequence(), Collectors.counting()));
        findings.found(Kind.LOST, name + ": acknowledged, and neither applied nor parked", lost)
                .found(Kind.UNSEEN, name + ": on a topic it reads, and neither applied nor parked", unread)
                .found(
                        Kind.UNSEEN,
                        name + ": received, and parked",
                        waiting.stream().sorted().toList())
                .found(
                        Kind.DUPLICATED,
                        name + ": two events applied in one place of a key's sequence",
                        places.entrySet().stream()
                                .filter(place -> place.getValue() > 1)
                                .map(Map.Entry::getKey)
                                .sorted()
                                .toList())
                .found(
                        Kind.LOST,
                        name + ": applied, and on no topic",
                        rows.keySet().stream()
                                .filter(id -> !first.containsKey(id))
                                .map(UUID::toString)
                                .sorted()
                                .toList());
    }

    private static String name(@Nullable UUID id, Map<UUID, TopicRecord> first) {
        var record = first.get(id);
        return record == null ? String.valueOf(id) : id + " " + record.place() + " " + record.sequence();
    }

    private static boolean isAcknowledged(Snapshot.Service service, TopicRecord record) {
        return record.offset() < service.acknowledged().getOrDefault(record.topic() + "/" + record.partition(), 0L);
    }

    private static void marks(String name, Snapshot.Service service, Findings findings) {
        Map<Key, Long> reached = new HashMap<>();
        service.inbox().forEach(row -> reached.merge(row.key(), row.sequence(), Math::max));
        var behind = new ArrayList<String>();
        reached.forEach((key, last) -> {
            if (service.marks().getOrDefault(key, 0L) < last) {
                behind.add(key + " " + last);
            }
        });
        var ahead = new ArrayList<String>();
        service.marks().forEach((key, mark) -> {
            for (long place = reached.getOrDefault(key, 0L) + 1; place <= mark; place++) {
                if (!isGivenUp(service, key, place)) {
                    ahead.add(key + " " + place);
                }
            }
        });
        findings.found(Kind.HALF_APPLIED, name + ": applied, and not marked as applied", behind)
                .found(Kind.HALF_APPLIED, name + ": marked as applied, and neither applied nor given up", ahead);
    }

    private static boolean isGivenUp(Snapshot.Service service, Key key, long place) {
        return service.parked().stream()
                .filter(one -> one.key().equals(key))
                .anyMatch(one -> one.state() == Parked.State.DISCARDED && one.sequence() == place
                        || one.skippedFrom() != null && place >= one.skippedFrom() && place < one.sequence());
    }
}
