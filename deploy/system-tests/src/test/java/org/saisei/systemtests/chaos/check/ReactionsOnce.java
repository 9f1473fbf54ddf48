package org.saisei.systemtests.chaos.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.systemtests.chaos.check.Snapshot.Write;
import org.saisei.systemtests.chaos.history.Entry;

/**
 * What a service does about an event it does once, as often as the inbox says: an effect that only overwrites, or that a key
 * of its own swallows, would not show twice in its rows, but does in the audit trail.
 */
final class ReactionsOnce implements Rule {

    /** @param member of the event's value, with the id that the audit row names */
    private record Reaction(String service, String action, Set<String> types, String member) {}

    private static final List<Reaction> REACTIONS = List.of(
            new Reaction(
                    "registry-service",
                    "noteAccreditation",
                    Set.of("saisei.eligibility.accreditation-changed.v1"),
                    "accreditationId"),
            new Reaction(
                    "registry-service",
                    "noteDecision",
                    Set.of("saisei.eligibility.assessment-decided.v1"),
                    "assessmentId"),
            new Reaction(
                    "registry-service",
                    "noteCase",
                    Set.of("saisei.safety.case-reported.v1", "saisei.safety.case-linked.v1"),
                    "caseId"),
            new Reaction(
                    "eligibility-service",
                    "noteStanding",
                    Set.of("saisei.registry.subject-enrolled.v1", "saisei.registry.standing-changed.v1"),
                    "subjectId"),
            new Reaction(
                    "eligibility-service",
                    "noteAdministration",
                    Set.of("saisei.registry.administration-recorded.v1"),
                    "subjectId"),
            new Reaction(
                    "adverse-event-service",
                    "noteExposure",
                    Set.of(
                            "saisei.registry.collection-recorded.v1",
                            "saisei.registry.product-recorded.v1",
                            "saisei.registry.administration-recorded.v1"),
                    "subjectId"));

    @Override
    public void judge(List<Entry> history, Snapshot snapshot, Findings findings) {
        var first = PublishedEvents.first(snapshot);
        for (var reaction : REACTIONS) {
            var service = snapshot.services().get(reaction.service());
            if (service == null) {
                continue;
            }
            var applied = new HashMap<String, Long>();
            // by id: a second row of one event is another rule's
            var events = new HashSet<>(
                    service.inbox().stream().map(Snapshot.InboxRow::eventId).toList());
            events.forEach(id -> {
                var record = first.get(id);
                if (record != null && reaction.types().contains(record.type())) {
                    applied.merge(record.members().getOrDefault(reaction.member(), record.key()), 1L, Long::sum);
                }
            });
            new Agreement(
                            reaction.service() + ": " + reaction.action() + " for each event applied",
                            Kind.HALF_APPLIED,
                            text(applied),
                            WholeCommands.counts(
                                    service.writes().stream()
                                            .filter(write -> write.action().equals(reaction.action())),
                                    Write::id))
                    .judge(findings);
        }
    }

    private static Map<String, String> text(Map<String, Long> counts) {
        var text = new HashMap<String, String>();
        counts.forEach((id, count) -> text.put(id, String.valueOf(count)));
        return text;
    }
}
