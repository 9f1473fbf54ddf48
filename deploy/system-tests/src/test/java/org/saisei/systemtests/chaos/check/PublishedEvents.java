package org.saisei.systemtests.chaos.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.systemtests.chaos.check.Snapshot.OutboxRow;
import org.saisei.systemtests.chaos.check.Snapshot.TopicRecord;
import org.saisei.systemtests.chaos.history.Entry;

/** The outbox and the topics hold the same events, in the same place of the same key's sequence. */
final class PublishedEvents implements Rule {

    private static final String OURS = "/saisei/";

    @Override
    public void judge(List<Entry> history, Snapshot snapshot, Findings findings) {
        var rows = new HashMap<UUID, OutboxRow>();
        snapshot.services().values().forEach(service -> service.outbox().forEach(row -> rows.put(row.id(), row)));
        var seen = new HashSet<UUID>();
        var rowless = new ArrayList<String>();
        var different = new ArrayList<String>();
        snapshot.records().stream().filter(record -> isOurs(snapshot, record)).forEach(record -> {
            var row = rows.get(record.id());
            if (row == null) {
                rowless.add(record.id() + " " + record.place());
            } else {
                seen.add(row.id());
                if (!row.key().equals(record.place())
                        || row.sequence() != record.sequence()
                        || row.lane() != record.partition()) {
                    different.add(row.id().toString());
                }
            }
        });
        var lost = new ArrayList<String>();
        var unsent = new ArrayList<String>();
        var unmarked = new ArrayList<String>();
        snapshot.services()
                .values()
                .forEach(service -> service.outbox().forEach(row -> {
                    boolean there = seen.contains(row.id());
                    var name = row.id() + " " + row.key() + " " + row.sequence();
                    if (!there && row.published()) {
                        lost.add(name);
                    } else if (!there && !service.refused().contains(row.key())) {
                        unsent.add(name);
                    } else if (there && !row.published()) {
                        unmarked.add(name);
                    }
                }));
        findings.measure("events", rows.size())
                .measure("records", snapshot.records().size())
                .measure(
                        "records planted",
                        snapshot.records().stream()
                                .filter(record -> !isOurs(snapshot, record))
                                .count())
                .found(Kind.LOST, "marked as published, and not on its topic", lost)
                .found(Kind.UNSEEN, "committed, and never published", unsent)
                .found(Kind.UNSEEN, "on its topic, and still not marked as published", unmarked)
                .found(Kind.LOST, "on its topic, and not in the outbox", rowless)
                .found(Kind.HALF_APPLIED, "on its topic otherwise than in the outbox", different);
    }

    static boolean isOurs(Snapshot snapshot, TopicRecord record) {
        return record.source().startsWith(OURS)
                && snapshot.services().containsKey(record.source().substring(OURS.length()));
    }

    /** First places of events on topics, by id. */
    static Map<UUID, TopicRecord> first(Snapshot snapshot) {
        var first = new HashMap<UUID, TopicRecord>();
        snapshot.records().stream()
                .filter(record -> record.id() != null)
                .forEach(record -> first.putIfAbsent(record.id(), record));
        return first;
    }
}
