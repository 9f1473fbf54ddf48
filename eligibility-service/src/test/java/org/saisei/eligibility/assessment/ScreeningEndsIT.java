package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.eligibility.Hospital.facts;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.eligibility.SteeredClock;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;
import org.saisei.kit.time.RegulatoryDays;

/** How many batches there are at once, and how one ends that does not end with its last line. */
@QuarkusTest
@WithRealParts
class ScreeningEndsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    SteeredClock clock;

    private final List<BatchClient> open = new ArrayList<>();
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void accredited() {
        hospital = Hospital.accredited();
    }

    @AfterEach
    void setRight() throws IOException {
        clock.setBack(Duration.ZERO);
        for (var client : open) {
            client.close();
        }
    }

    @Test
    void aFacilityHasTwoBatchesAtOnceAndAPlaceAgainWhenOneHasEnded() throws IOException {
        var first = answering(hospital);
        answering(hospital);

        var third = opened(hospital);

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.headers()).anySatisfy(line -> assertThat(line).isEqualToIgnoringCase("Retry-After: 10"));
        assertThat(third.problem().path("type").asText()).isEqualTo("/problems/too-many-batches-of-facility");
        assertThat(answering(Hospital.fresh()).status()).isEqualTo(200);
        first.finish();
        assertThat(first.read()).isNull();
        Awaitility.await().atMost(PATIENCE).until(() -> isAnswered(hospital));
    }

    @Test
    void theNinthBatchOfAllIsRefusedAndAPlaceOfAClientThatIsGoneIsGivenBack() throws IOException {
        var last = answering(hospital);
        for (var other = 0; other < 7; other++) {
            answering(Hospital.fresh());
        }

        var ninth = opened(hospital);

        assertThat(ninth.status()).isEqualTo(503);
        assertThat(ninth.headers()).anySatisfy(line -> assertThat(line).isEqualToIgnoringCase("Retry-After: 10"));
        assertThat(ninth.problem().path("type").asText()).isEqualTo("/problems/too-many-batches");
        last.close();
        Awaitility.await().atMost(PATIENCE).until(() -> isAnswered(hospital));
    }

    @Test
    void theConnectionIsClosedOnABatchThatGoesOnAfterTheLineThatIsOneTooMany() throws IOException {
        var client = opened(hospital);
        var sender = Thread.ofVirtual().start(() -> sendLines(client, 10_001));

        var answered = 0;
        while (client.read() != null) {
            answered++;
        }

        assertThat(answered).isEqualTo(10_001);
        assertThat(client.isClosedByService()).isTrue();
        sender.interrupt();
    }

    @Test
    void aFaultOfOursIsTheLastLineAndTheAuditTrailSaysAtWhichItBrokeOff() throws Exception {
        var client = opened(hospital);
        client.sendLine(hospital.assessment(facts()));
        client.send("\n".getBytes(StandardCharsets.UTF_8));
        var before = Objects.requireNonNull(client.read());

        asSuperuser("REVOKE SELECT ON accreditation FROM eligibility_runtime");
        try {
            client.sendLine(with(hospital.assessment(facts()), "assessedOn", "2026-04-21"));
            client.sendLine(hospital.assessment(facts()));
            var last = Objects.requireNonNull(client.read());

            assertThat(before.path("decision").asText()).isEqualTo("ELIGIBLE");
            assertThat(last.path("line").asInt()).isEqualTo(3);
            assertThat(last.at("/problem/status").asInt()).isEqualTo(500);
            assertThat(last.at("/problem/type").asText()).isEqualTo("/problems/internal-error");
            assertThat(last.at("/problem/traceId").asText()).isEqualTo(closing().get("trace_id"));
            assertThat(last.toString()).doesNotContain("permission", "accreditation", "SQL");
            assertThat(client.read()).isNull();
            assertThat(closing().get("query"))
                    .isEqualTo("closed lines=1 decisions={ELIGIBLE=1} problems=0 broke off at line 3: 500");
        } finally {
            asSuperuser("GRANT SELECT ON accreditation TO eligibility_runtime");
        }
    }

    @Test
    void anAnswerWhoseEndTheAuditTrailCannotTakeEndsByAProblem() throws Exception {
        var client = answering(hospital);

        asSuperuser("REVOKE INSERT ON audit FROM eligibility_runtime");
        try {
            client.finish();
            var last = Objects.requireNonNull(client.read());

            assertThat(last.path("line").asInt()).isEqualTo(2);
            assertThat(last.at("/problem/status").asInt()).isEqualTo(500);
            assertThat(client.read()).isNull();
        } finally {
            asSuperuser("GRANT INSERT ON audit TO eligibility_runtime");
        }
    }

    @Test
    void theAuditTrailSaysThatTheClientWasGoneAndAtWhichLine() throws IOException {
        var client = answering(hospital);

        client.close();

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(closing().get("query"))
                        .isEqualTo("closed lines=1 decisions={} problems=1 broke off at line 2: client gone"));
    }

    @Test
    void aLineIsJudgedOnTheDayOnWhichItComes() throws IOException {
        var today = RegulatoryDays.of(Instant.now()).toString();
        var record = with(hospital.assessment(with(facts(), "plannedAdministrationOn", null)), "assessedOn", today);
        clock.setBack(Duration.ofDays(1));
        var client = opened(hospital);

        client.sendLine(record);
        var theDayBefore = Objects.requireNonNull(client.read());
        clock.setBack(Duration.ZERO);
        client.sendLine(record);
        var onTheDay = Objects.requireNonNull(client.read());

        assertThat(theDayBefore.at("/problem/errors/0/rule").asText()).isEqualTo("IN_FUTURE");
        assertThat(onTheDay.path("decision").asText()).isNotEmpty();
    }

    /** Has its place, as its first line is answered; and goes on. */
    private BatchClient answering(Hospital of) throws IOException {
        var client = opened(of);
        client.sendLine(Map.of());
        assertThat(client.read()).isNotNull();
        return client;
    }

    private BatchClient opened(Hospital of) throws IOException {
        var client = BatchClient.open(Tokens.hospital(of.facilityId()));
        open.add(client);
        return client;
    }

    private static boolean isAnswered(Hospital of) throws IOException {
        try (var client = BatchClient.open(Tokens.hospital(of.facilityId()))) {
            client.sendLine(Map.of());
            client.finish();
            return client.status() == 200;
        }
    }

    private static void sendLines(BatchClient client, int lines) {
        try {
            for (var line = 0; line < lines; line++) {
                client.sendLine(Map.of());
            }
        } catch (IOException closed) {
            // the reader finds that lines are missing
        }
    }

    private Map<String, Object> closing() {
        return Database.rows(
                        "SELECT query, trace_id FROM audit WHERE action = 'screenPatients' AND facility_id = ?"
                                + " AND query LIKE 'closed%'",
                        hospital.facilityId())
                .stream()
                .findFirst()
                .orElse(Map.of());
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (var connection = Database.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
