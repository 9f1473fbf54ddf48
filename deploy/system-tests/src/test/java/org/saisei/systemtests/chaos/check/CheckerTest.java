package org.saisei.systemtests.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saisei.kit.reconciliation.Anomaly.Kind.UNSEEN;
import static org.saisei.systemtests.chaos.check.GeneratedRun.ELIGIBILITY;
import static org.saisei.systemtests.chaos.check.GeneratedRun.REGISTRY;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saisei.kit.audit.verify.Finding;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.systemtests.chaos.check.Snapshot.Key;
import org.saisei.systemtests.chaos.check.Snapshot.Parked;
import org.saisei.systemtests.chaos.check.Snapshot.Told;
import org.saisei.systemtests.chaos.check.Snapshot.TopicRecord;
import org.saisei.systemtests.chaos.check.Snapshot.Write;
import org.saisei.systemtests.chaos.history.Entry.Outcome;

/** In generated runs nothing is found wrong, and whatever one of them is changed in is found and named. */
class CheckerTest {
    private static final long SEEDS = 25;
    private static final Key FOREIGN = new Key("saisei.eligibility.assessments", "poison-1");

    @Test
    void ofARunInWhichAllWentWellEveryFigureIsZero() {
        LongStream.range(0, 10 * SEEDS).forEach(seed -> {
            var verdict = new GeneratedRun(seed).judge();

            assertThat(verdict.lines().getLast())
                    .as("seed %d: %s", seed, verdict)
                    .isEqualTo("lost 0 duplicated 0 reordered 0 unseen 0 half-applied 0");
            assertThat(verdict.looked())
                    .containsKeys("commands OK", "commands UNKNOWN", "events", "records", "applied", "seen", "effects");
        });
    }

    @ParameterizedTest
    @MethodSource("org.saisei.systemtests.chaos.check.PlantedInOneService#changes")
    @MethodSource("org.saisei.systemtests.chaos.check.PlantedBetweenServices#changes")
    void whateverIsChangedIsFoundAndNamed(Kind kind, String rule, PlantedInOneService.Change change) {
        LongStream.range(0, SEEDS).forEach(seed -> {
            var run = new GeneratedRun(seed);
            change.accept(run);

            var verdict = run.judge();

            assertThat(verdict.anomalies()).as("seed %d: %s", seed, verdict).anySatisfy(anomaly -> {
                assertThat(anomaly.kind()).isEqualTo(kind);
                assertThat(anomaly.what()).contains(rule);
                assertThat(anomaly.ids()).isNotEmpty();
            });
            assertThat(verdict.total(kind)).isPositive();
        });
    }

    @Test
    void whatWasPlantedAndIsParkedIsNoAnomaly() {
        var run = new GeneratedRun(1);
        run.records.add(new TopicRecord(
                FOREIGN.topic(), 1, 9_999, FOREIGN.key(), new UUID(0, 1), 1, "t", "/saisei/system-tests", Map.of()));
        run.part(REGISTRY).parked.add(new Parked(new UUID(0, 2), FOREIGN, new UUID(0, 1), 1, Parked.State.OPEN, null));
        run.part(REGISTRY).told.add(new Told("inbox", UNSEEN, "received, and parked", 1, List.of("id")));

        assertThat(run.judge().isClean()).isTrue();
    }

    @Test
    void aRealEventThatAnOperatorDiscardedIsNotMissing() {
        var run = new GeneratedRun(1);
        var registry = run.part(REGISTRY);
        var row = registry.inbox.stream()
                .filter(one -> one.sequence() == 2)
                .findFirst()
                .orElseThrow();
        registry.inbox.remove(row);
        registry.writes.remove(new Write("noteCase", row.key().key()));
        registry.parked.add(
                new Parked(new UUID(0, 2), row.key(), row.eventId(), row.sequence(), Parked.State.DISCARDED, null));

        assertThat(run.judge().anomalies()).isEmpty();
    }

    @Test
    void aCommandThatNobodyHasToldTheCheckerOfIsNotPassedOver() {
        var run = new GeneratedRun(1);
        run.history.add(GeneratedRun.attempt(9_999, REGISTRY, "transferSubject", "D", Outcome.OK, 201, "/x"));

        assertThatThrownBy(run::judge).hasMessageContaining("transferSubject");
    }

    @Test
    void theLastLineHasTheFigures() {
        var run = new GeneratedRun(3);
        run.part(ELIGIBILITY).trail.add(new Finding.RowRemoved(7, 1));
        run.part(REGISTRY).trail.add(new Finding.RowMoved(7, 8, new UUID(0, 1)));

        assertThat(run.judge().lastLine()).isEqualTo("lost 1 duplicated 0 reordered 1 unseen 0 half-applied 0");
    }
}
