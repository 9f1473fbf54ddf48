package org.saisei.systemtests.chaos.check;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.saisei.kit.reconciliation.Anomaly.Kind.DUPLICATED;
import static org.saisei.kit.reconciliation.Anomaly.Kind.HALF_APPLIED;
import static org.saisei.kit.reconciliation.Anomaly.Kind.LOST;
import static org.saisei.kit.reconciliation.Anomaly.Kind.REORDERED;
import static org.saisei.kit.reconciliation.Anomaly.Kind.UNSEEN;
import static org.saisei.systemtests.chaos.check.GeneratedRun.ADVERSE_EVENT;
import static org.saisei.systemtests.chaos.check.GeneratedRun.ELIGIBILITY;
import static org.saisei.systemtests.chaos.check.GeneratedRun.REGISTRY;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.systemtests.chaos.check.Snapshot.Effect;
import org.saisei.systemtests.chaos.check.Snapshot.InboxRow;
import org.saisei.systemtests.chaos.check.Snapshot.OutboxRow;
import org.saisei.systemtests.chaos.check.Snapshot.Parked;
import org.saisei.systemtests.chaos.check.Snapshot.TopicRecord;
import org.saisei.systemtests.chaos.check.Snapshot.Write;
import org.saisei.systemtests.chaos.history.Entry;
import org.saisei.systemtests.chaos.history.Entry.Outcome;

/** Anomalies planted in what one service holds of its commands and events: with the name and the rule under which each is found. */
final class PlantedInOneService {
    private static final Instant NOW = Instant.EPOCH;

    private PlantedInOneService() {}

    interface Change extends Consumer<GeneratedRun> {}

    static Stream<Arguments> changes() {
        return Stream.of(commands(), outbox(), inbox()).flatMap(one -> one);
    }

    static Arguments planted(String name, Kind kind, String rule, Change change) {
        return argumentSet(name, kind, rule, change);
    }

    private static Stream<Arguments> commands() {
        return Stream.of(
                planted(
                        "an answered command's row is gone",
                        LOST,
                        "answered, and not there",
                        run -> run.part(ELIGIBILITY).effects.removeFirst()),
                planted("a command has two rows", DUPLICATED, "more than one effect", run -> {
                    var effect = run.part(ELIGIBILITY).effects.getFirst();
                    run.part(ELIGIBILITY)
                            .effects
                            .add(new Effect(
                                    effect.operation(),
                                    effect.documentNumber(),
                                    "another",
                                    "/assessments/another",
                                    effect.about(),
                                    true,
                                    List.of()));
                }),
                planted(
                        "two answers lead to two places",
                        DUPLICATED,
                        "another place",
                        run -> run.history.add(GeneratedRun.attempt(
                                1, ELIGIBILITY, "assessPatient", "D-1", Outcome.OK, 201, "/assessments/another"))),
                planted("a refused command took effect", HALF_APPLIED, "refused, and there", run -> {
                    run.history.add(GeneratedRun.attempt(
                            9_999, ELIGIBILITY, "assessPatient", "D-9999", Outcome.FAIL, 422, null));
                    run.part(ELIGIBILITY)
                            .effects
                            .add(new Effect("assessPatient", "D-9999", "x", "/assessments/x", "C", true, List.of()));
                }),
                planted(
                        "an answered change without a number is gone",
                        LOST,
                        "answered, and not there",
                        run -> run.history.add(new Entry.Attempt(
                                9_999,
                                ELIGIBILITY,
                                1,
                                "stateFacility",
                                "F-1",
                                null,
                                null,
                                "F-1",
                                NOW,
                                NOW,
                                Outcome.OK,
                                200,
                                null))),
                planted(
                        "a command of unknown outcome left its audit row alone",
                        HALF_APPLIED,
                        "audit rows",
                        run -> run.part(REGISTRY).writes.add(new Write("enrolSubject", "S-nobody"))),
                planted(
                        "the audit row is missing",
                        HALF_APPLIED,
                        "audit rows",
                        run -> run.part(REGISTRY)
                                .writes
                                .removeIf(write -> write.action().equals("enrolSubject"))),
                planted(
                        "the audit row is there twice",
                        DUPLICATED,
                        "audit rows",
                        run -> run.part(ELIGIBILITY)
                                .writes
                                .addFirst(run.part(ELIGIBILITY).writes.stream()
                                        .filter(write -> write.action().equals("assessPatient"))
                                        .findFirst()
                                        .orElseThrow())),
                planted(
                        "the answer is not kept",
                        HALF_APPLIED,
                        "answers kept",
                        run -> run.part(ADVERSE_EVENT)
                                .kept
                                .remove(run.part(ADVERSE_EVENT)
                                        .effects
                                        .getFirst()
                                        .location())),
                planted(
                        "an answer is kept of what is not there",
                        HALF_APPLIED,
                        "answers kept",
                        run -> run.part(REGISTRY).kept.put("/subjects/S-nobody", 1L)),
                planted("a part of what belongs together is missing", HALF_APPLIED, "what belongs to it", run -> {
                    var effect = run.part(REGISTRY).effects.removeFirst();
                    run.part(REGISTRY)
                            .effects
                            .add(new Effect(
                                    effect.operation(),
                                    effect.documentNumber(),
                                    effect.id(),
                                    effect.location(),
                                    effect.about(),
                                    true,
                                    List.of("the identity")));
                }));
    }

    private static Stream<Arguments> outbox() {
        return Stream.of(
                planted(
                        "a row of the outbox is gone",
                        LOST,
                        "not in the outbox",
                        run -> run.part(REGISTRY).outbox.removeFirst()),
                planted("a row was marked and not sent", LOST, "marked as published", run -> {
                    var row = run.part(ADVERSE_EVENT).outbox.getFirst();
                    run.records.removeIf(record -> row.id().equals(record.id()));
                }),
                planted("a row was never sent", UNSEEN, "never published", run -> {
                    var row = run.part(ADVERSE_EVENT).outbox.removeFirst();
                    run.records.removeIf(record -> row.id().equals(record.id()));
                    run.part(ADVERSE_EVENT)
                            .outbox
                            .add(new OutboxRow(row.id(), row.key(), row.sequence(), row.lane(), false));
                }),
                planted("a row was sent and never marked", UNSEEN, "still not marked", run -> {
                    var row = run.part(ELIGIBILITY).outbox.removeFirst();
                    run.part(ELIGIBILITY)
                            .outbox
                            .add(new OutboxRow(row.id(), row.key(), row.sequence(), row.lane(), false));
                }),
                planted("a row's sequence was moved", HALF_APPLIED, "otherwise than in the outbox", run -> {
                    var row = run.part(ELIGIBILITY).outbox.removeFirst();
                    run.part(ELIGIBILITY)
                            .outbox
                            .add(new OutboxRow(row.id(), row.key(), row.sequence() + 1, row.lane(), true));
                }),
                planted(
                        "a head counts further than its rows",
                        HALF_APPLIED,
                        "counted up to another",
                        run -> run.part(REGISTRY).heads.replaceAll((key, last) -> last + 1)),
                planted("two events stand in one place", DUPLICATED, "in the place of another", run -> {
                    var record = run.records.getFirst();
                    run.records.add(with(record, UUID.randomUUID(), record.sequence()));
                }),
                planted("a later event stands first", REORDERED, "after a later one", run -> {
                    var first = run.records.stream()
                            .filter(record -> record.type().contains("case-reported"))
                            .findFirst()
                            .orElseThrow();
                    run.records.removeIf(first::equals);
                    run.records.add(first);
                }));
    }

    private static TopicRecord with(TopicRecord record, UUID id, long sequence) {
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset() + 1_000_000,
                record.key(),
                id,
                sequence,
                record.type(),
                record.source(),
                record.members());
    }

    private static Stream<Arguments> inbox() {
        return Stream.of(
                planted(
                        "an event was acknowledged and not applied",
                        LOST,
                        "neither applied nor parked",
                        run -> run.part(REGISTRY).inbox.removeFirst()),
                planted("an event was not read", UNSEEN, "neither applied nor parked", run -> {
                    run.part(REGISTRY).inbox.removeFirst();
                    run.part(REGISTRY).acknowledged.clear();
                }),
                planted("a real event is parked", UNSEEN, "received, and parked", run -> {
                    var row = run.part(REGISTRY).inbox.removeFirst();
                    run.part(REGISTRY)
                            .parked
                            .add(new Parked(
                                    UUID.randomUUID(),
                                    row.key(),
                                    row.eventId(),
                                    row.sequence(),
                                    Parked.State.OPEN,
                                    null));
                }),
                planted("an applied event is still parked", UNSEEN, "received, and parked", run -> {
                    var row = run.part(REGISTRY).inbox.getFirst();
                    run.part(REGISTRY)
                            .parked
                            .add(new Parked(
                                    UUID.randomUUID(),
                                    row.key(),
                                    row.eventId(),
                                    row.sequence(),
                                    Parked.State.OPEN,
                                    null));
                }),
                planted("an event was applied in the place of another", DUPLICATED, "two events applied", run -> {
                    var row = run.part(ELIGIBILITY).inbox.getFirst();
                    run.part(ELIGIBILITY).inbox.add(new InboxRow(UUID.randomUUID(), row.key(), row.sequence()));
                }),
                planted(
                        "an event was applied and not marked",
                        HALF_APPLIED,
                        "not marked as applied",
                        run -> run.part(ADVERSE_EVENT).marks.replaceAll((key, last) -> last - 1)),
                planted(
                        "an event was marked and not applied",
                        HALF_APPLIED,
                        "nor given up",
                        run -> run.part(ADVERSE_EVENT).marks.replaceAll((key, last) -> last + 1)),
                planted(
                        "an event had its effect twice",
                        DUPLICATED,
                        "for each event applied",
                        run -> run.part(REGISTRY)
                                .writes
                                .addFirst(run.part(REGISTRY).writes.stream()
                                        .filter(write -> write.action().equals("noteDecision"))
                                        .findFirst()
                                        .orElseThrow())),
                planted(
                        "an event was marked without its effect",
                        HALF_APPLIED,
                        "for each event applied",
                        run -> run.part(ELIGIBILITY)
                                .writes
                                .removeIf(write -> write.action().equals("noteStanding"))));
    }
}
