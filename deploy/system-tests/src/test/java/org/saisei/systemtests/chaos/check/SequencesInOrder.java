package org.saisei.systemtests.chaos.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.kit.reconciliation.TopicHistory;
import org.saisei.systemtests.chaos.check.Snapshot.Key;
import org.saisei.systemtests.chaos.check.Snapshot.OutboxRow;
import org.saisei.systemtests.chaos.check.Snapshot.TopicRecord;
import org.saisei.systemtests.chaos.history.Entry;

/** Each key's events count from 1 without a gap: in the outbox, up to the head, and on the topic where each first stands. */
final class SequencesInOrder implements Rule {

    @Override
    public void judge(List<Entry> history, Snapshot snapshot, Findings findings) {
        var topics = new TopicHistory();
        var ours = snapshot.records().stream()
                .filter(record -> PublishedEvents.isOurs(snapshot, record))
                .toList();
        for (var record : ours) {
            var id = record.id() == null ? new UUID(0, 0) : record.id();
            topics.saw(record.topic(), record.key(), record.sequence(), id);
        }
        findings.measure("repeated on topics", topics.repeated())
                .found(Kind.REORDERED, "on its topic after a later one of its key", topics.reordered())
                .found(Kind.DUPLICATED, "on its topic in the place of another", topics.duplicated())
                .found(
                        Kind.LOST,
                        "a place of a key's sequence that is empty on the topic",
                        gaps(ours.stream()
                                .collect(Collectors.groupingBy(
                                        TopicRecord::place,
                                        Collectors.mapping(
                                                TopicRecord::sequence, Collectors.toCollection(TreeSet::new))))));
        snapshot.services().forEach((name, service) -> {
            var rows = service.outbox().stream()
                    .collect(Collectors.groupingBy(
                            OutboxRow::key,
                            Collectors.mapping(OutboxRow::sequence, Collectors.toCollection(TreeSet::new))));
            findings.found(Kind.LOST, name + ": a place of a key's sequence that is empty in the outbox", gaps(rows));
            var heads = new ArrayList<String>();
            service.heads().forEach((key, head) -> {
                var sequences = rows.get(key);
                if (head > 0 && (sequences == null || sequences.last() != (long) head)) {
                    heads.add(key + " " + head);
                }
            });
            rows.keySet().stream()
                    .filter(key -> !service.heads().containsKey(key))
                    .forEach(key -> heads.add(key + " none"));
            findings.found(Kind.HALF_APPLIED, name + ": counted up to another event than the last", heads);
        });
    }

    private static List<String> gaps(Map<Key, TreeSet<Long>> sequences) {
        var gaps = new ArrayList<String>();
        sequences.forEach((key, there) -> {
            long expected = 1;
            for (long sequence : there) {
                for (; expected < sequence; expected++) {
                    gaps.add(key + " " + expected);
                }
                expected = sequence + 1;
            }
        });
        return gaps;
    }
}
