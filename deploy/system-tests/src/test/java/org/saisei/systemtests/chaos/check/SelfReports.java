package org.saisei.systemtests.chaos.check;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.systemtests.chaos.check.Snapshot.Parked;
import org.saisei.systemtests.chaos.check.Snapshot.Told;
import org.saisei.systemtests.chaos.check.Snapshot.TopicRecord;
import org.saisei.systemtests.chaos.history.Entry;

/** What each service finds out about itself is nothing, but for what was planted and is parked. */
final class SelfReports implements Rule {
    private static final String OF_THE_INBOX = "inbox";

    @Override
    public void judge(List<Entry> history, Snapshot snapshot, Findings findings) {
        var ours = snapshot.records().stream()
                .filter(record -> PublishedEvents.isOurs(snapshot, record))
                .map(TopicRecord::id)
                .collect(Collectors.toSet());
        long[] incomplete = new long[1];
        snapshot.services().forEach((name, service) -> {
            incomplete[0] += service.selfReport().complete() ? 0 : 1;
            long planted = service.parked().stream()
                    .filter(one -> one.state() == Parked.State.OPEN && !isOne(ours, one))
                    .count();
            for (var told : service.selfReport().told()) {
                long unexplained = told.count() - (isOfParked(told) ? planted : 0);
                findings.found(
                        told.kind(), name + " says of itself: " + told.what(), Math.max(0, unexplained), told.ids());
            }
        });
        findings.measure("self-reports incomplete", incomplete[0]);
    }

    private static boolean isOne(Set<UUID> ours, Parked parked) {
        return parked.eventId() != null && ours.contains(parked.eventId());
    }

    private static boolean isOfParked(Told told) {
        return told.check().equals(OF_THE_INBOX) && told.kind() == Kind.UNSEEN;
    }
}
