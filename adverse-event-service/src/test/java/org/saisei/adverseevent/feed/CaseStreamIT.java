package org.saisei.adverseevent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.adverseevent.Reports;
import org.saisei.adverseevent.StreamClient;
import org.saisei.kit.restore.Restored;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
@NullUnmarked
class CaseStreamIT {
    @Inject
    Event<Restored> restored;

    @Test
    @Tag("S-A5")
    void aSeriousCaseReachesASubscribedSafetyOfficerWithinASecond() {
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "?seriousness=SERIOUS")) {
            Reports.accepted(Reports.serious()); // the first report pays for what the service loads lazily
            stream.await(event -> true);

            long sentAt = System.nanoTime();
            var caseId = Reports.accepted(Reports.serious());
            var event = stream.awaitCase(caseId);

            assertThat(Duration.ofNanos(event.receivedAtNanos() - sentAt)).isLessThan(Duration.ofSeconds(1));
            assertThat(event.name()).isEqualTo("case-reported");
        }
    }

    @Test
    void theStreamCarriesTheSameRecordAsTheTopic() {
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "")) {
            var caseId = Reports.accepted(Reports.serious());

            var told = stream.awaitCase(caseId);

            var published = KafkaProbe.awaitEvents("saisei.safety.cases", caseId, events -> !events.isEmpty());
            assertThat(told.json()).isEqualTo(published.getFirst().value());
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
        }
    }

    @Test
    void aDraftIsNotToldUntilItIsComplete() {
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "")) {
            var draft = Reports.accepted(Reports.without("reporter"));
            var complete = Reports.accepted(Reports.complete());

            stream.awaitCase(complete);

            assertThat(stream.events()).noneMatch(event -> event.caseId().equals(draft));
        }
    }

    @Test
    void positionsAreDenseAndEachCaseComesOnceUnderEightReporters() throws Exception {
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "");
                var pool = Executors.newFixedThreadPool(8)) {
            long start = positionOf(stream.lastEventId());

            var reported = collect(reportAtOnce(pool, 8, 10));

            Awaitility.await().until(() -> caseIds(stream).containsAll(reported));
            assertThat(caseIds(stream)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(reported);
            assertThat(stream.events().stream()
                            .map(StreamClient.Event::position)
                            .toList())
                    .isEqualTo(LongStream.rangeClosed(start + 1, start + reported.size())
                            .boxed()
                            .toList());
        }
    }

    @Test
    void aStreamThatIsCutOffAgainAndAgainMissesNothingAndRepeatsNothing() throws Exception {
        var seen = new ArrayList<StreamClient.Event>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var stream = StreamClient.open(Tokens.safetyOfficer(), "");
            long start = positionOf(stream.lastEventId());
            var reporting = reportAtOnce(pool, 4, 25);
            while (reporting.stream().anyMatch(report -> !report.isDone())) {
                int before = stream.events().size();
                var current = stream;
                Awaitility.await()
                        .until(() -> current.events().size() > before
                                || reporting.stream().allMatch(Future::isDone));
                stream.close();
                seen.addAll(stream.events());
                stream = StreamClient.open(Tokens.safetyOfficer(), "", lastId(seen, stream));
            }
            var reported = collect(reporting);
            var last = stream;
            Awaitility.await().until(() -> seen.size() + last.events().size() >= reported.size());
            last.close();
            seen.addAll(last.events());

            assertThat(seen).extracting(StreamClient.Event::caseId).containsExactlyInAnyOrderElementsOf(reported);
            assertThat(seen)
                    .extracting(StreamClient.Event::position)
                    .isEqualTo(LongStream.rangeClosed(start + 1, start + reported.size())
                            .boxed()
                            .toList());
        }
    }

    @Test
    void theWholeFeedIsReadFromItsBeginning() {
        var caseId = Reports.accepted(Reports.complete());

        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "?after=1-0")) {
            stream.awaitCase(caseId);

            assertThat(stream.events().getFirst().id()).isEqualTo("1-1");
        }
    }

    @Test
    void theHeaderGoesBeforeTheParameterAsABrowserReconnects() {
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "")) {
            var here = stream.lastEventId();
            try (var resumed = StreamClient.open(Tokens.safetyOfficer(), "?after=1-0", here)) {
                var caseId = Reports.accepted(Reports.complete());
                resumed.awaitCase(caseId);

                assertThat(resumed.events().getFirst().caseId()).isEqualTo(caseId);
            }
        }
    }

    @ParameterizedTest(name = "after {0}")
    @ValueSource(strings = {"nonsense", "1", "1-99999999", "7-1", "0-0", "-1--1"})
    void aPositionThatWasNeverGivenOutIsGone(String position) {
        try (var byHeader = StreamClient.open(Tokens.safetyOfficer(), "", position);
                var byParameter = StreamClient.open(Tokens.safetyOfficer(), "?after=" + position)) {
            assertThat(byHeader.status()).isEqualTo(410);
            assertThat(byHeader.header("Content-Type")).startsWith("application/problem+json");
            assertThat(byHeader.body()).contains("/problems/stream-position-gone");
            assertThat(byParameter.status()).isEqualTo(410);
        }
    }

    @Test
    void aPrunedPositionIsGone() {
        Reports.accepted(Reports.complete());
        Reports.accepted(Reports.complete());
        Awaitility.await()
                .until(() -> Database.rows("SELECT 1 FROM feed_head WHERE position >= 2")
                                .size()
                        == 1);
        superuser("UPDATE feed_head SET pruned_through = 2");
        try (var pruned = StreamClient.open(Tokens.safetyOfficer(), "?after=1-1");
                var kept = StreamClient.open(Tokens.safetyOfficer(), "?after=1-2")) {
            assertThat(pruned.status()).isEqualTo(410);
            assertThat(kept.status()).isEqualTo(200);
        } finally {
            superuser("UPDATE feed_head SET pruned_through = 0");
        }
    }

    @Test
    void aRestoreEndsOpenStreamsAndVoidsTheirPositions() {
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "")) {
            var before = stream.lastEventId();
            QuarkusTransaction.requiringNew().run(() -> restored.fire(new Restored()));
            try {
                Awaitility.await().until(stream::ended);
                try (var resumed = StreamClient.open(Tokens.safetyOfficer(), "", before);
                        var fresh = StreamClient.open(Tokens.safetyOfficer(), "?after=" + generation() + "-0")) {
                    assertThat(resumed.status()).isEqualTo(410);
                    assertThat(fresh.status()).isEqualTo(200);
                }
            } finally {
                superuser("UPDATE feed_head SET generation = 1");
                awaitStreamable();
            }
        }
    }

    private static Object generation() {
        return Database.rows("SELECT generation FROM feed_head").getFirst().get("generation");
    }

    private static void awaitStreamable() {
        Awaitility.await().until(() -> {
            try (var stream = StreamClient.open(Tokens.safetyOfficer(), "")) {
                return stream.status() == 200 && stream.lastEventId().startsWith("1-");
            }
        });
    }

    private static List<Future<List<String>>> reportAtOnce(ExecutorService pool, int reporters, int each) {
        return IntStream.range(0, reporters)
                .mapToObj(reporter -> pool.submit((Callable<List<String>>) () -> {
                    var reported = new ArrayList<String>();
                    for (int i = 0; i < each; i++) {
                        reported.add(Reports.send(
                                        "F-LOAD-" + reporter,
                                        Reports.complete(),
                                        UUID.randomUUID().toString())
                                .then()
                                .statusCode(201)
                                .extract()
                                .path("caseId"));
                    }
                    return reported;
                }))
                .toList();
    }

    private static List<String> collect(List<Future<List<String>>> reporting) throws Exception {
        var all = new ArrayList<String>();
        for (var reporter : reporting) {
            all.addAll(reporter.get());
        }
        return all;
    }

    private static String lastId(List<StreamClient.Event> seen, StreamClient stream) {
        return seen.isEmpty() ? stream.lastEventId() : seen.getLast().id();
    }

    private static List<String> caseIds(StreamClient stream) {
        return stream.events().stream().map(StreamClient.Event::caseId).toList();
    }

    private static long positionOf(String id) {
        return FeedPosition.parse(id).orElseThrow().position();
    }

    private static void superuser(String statement) {
        try (var connection = Database.superuser();
                var run = connection.createStatement()) {
            run.executeUpdate(statement);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
