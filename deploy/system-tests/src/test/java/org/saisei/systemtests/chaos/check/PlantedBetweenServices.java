package org.saisei.systemtests.chaos.check;

import static org.saisei.kit.reconciliation.Anomaly.Kind.DUPLICATED;
import static org.saisei.kit.reconciliation.Anomaly.Kind.HALF_APPLIED;
import static org.saisei.kit.reconciliation.Anomaly.Kind.LOST;
import static org.saisei.kit.reconciliation.Anomaly.Kind.REORDERED;
import static org.saisei.kit.reconciliation.Anomaly.Kind.UNSEEN;
import static org.saisei.systemtests.chaos.check.GeneratedRun.REGISTRY;
import static org.saisei.systemtests.chaos.check.PlantedInOneService.planted;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.saisei.kit.audit.verify.Finding;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.systemtests.chaos.check.Snapshot.FeedEntry;
import org.saisei.systemtests.chaos.check.Snapshot.Told;
import org.saisei.systemtests.chaos.history.Entry;

/** Anomalies planted in what services make of each other's events, in what subscribers saw, and in audit trails. */
final class PlantedBetweenServices {
    private static final Instant NOW = Instant.EPOCH;

    private PlantedBetweenServices() {}

    static Stream<Arguments> changes() {
        return Stream.of(services(), streams(), trails()).flatMap(one -> one);
    }

    private static Stream<Arguments> services() {
        return Stream.of(
                planted(
                        "a decision did not arrive",
                        UNSEEN,
                        "in the first place only",
                        run -> run.decisionsKnown.remove(
                                run.decided.keySet().iterator().next())),
                planted(
                        "a decision arrived otherwise",
                        HALF_APPLIED,
                        "not alike",
                        run -> run.decisionsKnown.replaceAll((id, decision) -> "INELIGIBLE")),
                planted(
                        "a decision is known that nobody made",
                        HALF_APPLIED,
                        "second place only",
                        run -> run.decisionsKnown.put("another", "ELIGIBLE")),
                planted("an enrolment waits", UNSEEN, "enrolments that wait", run -> standing(run, "PENDING")),
                planted(
                        "an enrolment is refused for nothing",
                        HALF_APPLIED,
                        "enrolments that stand",
                        run -> standing(run, "REFUSED")),
                planted("a case is not linked", UNSEEN, "cases not linked", run -> link(run, null)),
                planted(
                        "a case is linked to another",
                        HALF_APPLIED,
                        "whom they do not name",
                        run -> link(run, "S-other")),
                planted(
                        "a service finds something itself",
                        LOST,
                        "says of itself",
                        run -> run.part(REGISTRY)
                                .told
                                .add(new Told(
                                        "published", LOST, "published, and not on its topic", 1, List.of("id")))));
    }

    private static void standing(GeneratedRun run, String standing) {
        var one = run.enrolments.removeFirst();
        run.enrolments.add(
                new Snapshot.Enrolment(one.subjectId(), one.candidateId(), one.facilityId(), one.protocol(), standing));
    }

    private static void link(GeneratedRun run, @Nullable String subject) {
        var one = run.cases.removeFirst();
        run.cases.add(new Snapshot.Reported(one.caseId(), one.subjectNamed(), one.candidateNamed(), subject));
    }

    private static Stream<Arguments> streams() {
        return Stream.of(
                planted(
                        "an entry has no position",
                        UNSEEN,
                        "without a position",
                        run -> run.feed.add(new FeedEntry("case", 1, "case-reported", null))),
                planted("a position is empty", LOST, "position of the feed without", run -> run.feed.removeFirst()),
                planted(
                        "a position is there twice",
                        DUPLICATED,
                        "with two entries",
                        run -> run.feed.add(new FeedEntry("case", 1, "case-reported", 1L))),
                planted("the head is behind", HALF_APPLIED, "beyond its head", run -> run.feedPosition--),
                planted(
                        "an entry was passed over",
                        UNSEEN,
                        "not shown to a subscriber",
                        run -> run.history.removeIf(entry ->
                                entry instanceof Entry.Seen seen && seen.id().equals("1-1"))),
                planted("the last was not shown", UNSEEN, "not shown to a subscriber", run -> {
                    run.feedPosition++;
                    run.feed.add(new FeedEntry("case", 1, "case-reported", run.feedPosition));
                }),
                planted("an entry was shown twice", DUPLICATED, "shown twice", run -> again(run, seen(run))),
                planted("an entry was shown after a later one", REORDERED, "after a later one", run -> {
                    int connection = run.connection("officer") + 1;
                    run.history.add(new Entry.Connected("officer", connection, NOW, "1-0", 200));
                    for (var entry : run.feed.reversed()) {
                        run.history.add(new Entry.Seen(
                                "officer",
                                connection,
                                NOW,
                                "1-" + entry.position(),
                                entry.event(),
                                entry.caseId(),
                                entry.version()));
                    }
                }),
                planted(
                        "what was shown is not in the feed",
                        LOST,
                        "not in the feed",
                        run -> run.history.add(new Entry.Seen("late", 1, NOW, "1-999999", "case-reported", "case", 1))),
                planted("what was shown is another", HALF_APPLIED, "otherwise than in the feed", run -> {
                    var entry = run.feed.removeFirst();
                    run.feed.add(new FeedEntry("another", 1, entry.event(), entry.position()));
                }),
                planted(
                        "what follows is refused",
                        UNSEEN,
                        "not shown to a subscriber",
                        run -> run.history.add(new Entry.Connected("officer", 99, NOW, "1-1", 410))));
    }

    private static Entry.Seen seen(GeneratedRun run) {
        return run.history.stream()
                .filter(Entry.Seen.class::isInstance)
                .map(Entry.Seen.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void again(GeneratedRun run, Entry.Seen seen) {
        run.history.add(run.history.indexOf(seen), seen);
    }

    private static Stream<Arguments> trails() {
        return Map.<Finding, Kind>of(
                        new Finding.RowRemoved(7, 1), LOST,
                        new Finding.RowInserted(7, new UUID(0, 1)), DUPLICATED,
                        new Finding.RowMoved(7, 8, new UUID(0, 1)), REORDERED,
                        new Finding.NothingSealed(), UNSEEN,
                        new Finding.RowChanged(7, new UUID(0, 1), 1), HALF_APPLIED)
                .entrySet()
                .stream()
                .map(found -> planted(
                        found.getKey().text(),
                        found.getValue(),
                        "audit trail",
                        run -> run.part(REGISTRY).trail.add(found.getKey())));
    }
}
