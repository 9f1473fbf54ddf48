package org.saisei.adverseevent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.adverseevent.Reports;
import org.saisei.adverseevent.StreamClient;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
@NullUnmarked
class StreamAccessIT {
    @Test
    void aSilentStreamSaysThatItIsAlive() {
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "?facility=" + silentFacility())) {
            Awaitility.await()
                    .until(() -> stream.comments().stream()
                                    .filter("heartbeat"::equals)
                                    .count()
                            >= 3);

            assertThat(stream.events()).isEmpty();
        }
    }

    @Test
    void aHeartbeatComesEveryFifteenSecondsUnlessAnOperatorSaysOtherwise() {
        // tests run with a faster one: what production runs with is read from the packaged properties
        assertThat(ConfigProvider.getConfig().getConfigSources())
                .anySatisfy(source ->
                        assertThat(source.getValue("saisei.stream.heartbeat")).isEqualTo("PT15S"));
    }

    @Test
    void theStreamEndsWhenTheTokenExpires() {
        try (var stream = StreamClient.open(Tokens.shortLived("safety_officer", null, Duration.ofSeconds(3)), "")) {
            Awaitility.await().until(stream::ended);

            assertThat(stream.comments()).contains("token expired");
        }
    }

    @ParameterizedTest(name = "{0} is refused for {1}")
    @CsvSource({
        "protocol=NO_SUCH, query:protocol",
        "seriousness=VERY, query:seriousness",
        "specialInterest=yes, query:specialInterest",
        "facility=F-TYPO-77, query:facility",
        "severity=3, query:severity",
        "protocol=STEMIRAC&protocol=STEMIRAC, query:protocol"
    })
    void aFilterThatCanNeverMatchIsRefused(String query, String pointer) {
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "?" + query)) {
            assertThat(stream.status()).isEqualTo(400);
            assertThat(stream.body()).contains(pointer);
        }
    }

    @Test
    void aFilterForAProtocolOutsideTheTokenIsRefused() {
        try (var stream =
                StreamClient.open(Tokens.token("manufacturer", null, "STEMIRAC"), "?protocol=VASCULAR_REGENERATION")) {
            assertThat(stream.status()).isEqualTo(400);
        }
    }

    @Test
    void filtersLetThroughWhatTheySay() {
        try (var serious = StreamClient.open(Tokens.safetyOfficer(), "?seriousness=HOSPITALISATION");
                var interest = StreamClient.open(Tokens.safetyOfficer(), "?specialInterest=true");
                var other = StreamClient.open(Tokens.token("manufacturer", null, "VASCULAR_REGENERATION"), "");
                var all = StreamClient.open(Tokens.safetyOfficer(), "?protocol=STEMIRAC")) {
            var plain = Reports.accepted(Reports.complete());
            var hospitalised = Reports.accepted(Reports.serious());
            var embolism = Reports.complete();
            embolism.put("reaction", Reports.reaction("ST-0102", List.of()));
            var interesting = Reports.accepted(embolism);

            all.awaitCase(interesting);
            serious.awaitCase(hospitalised);
            interest.awaitCase(interesting);
            var elsewhere = Reports.complete();
            elsewhere.put("protocol", "VASCULAR_REGENERATION");
            var last = Reports.accepted(elsewhere);
            other.awaitCase(last);

            assertThat(caseIds(all)).containsSubsequence(plain, hospitalised, interesting);
            assertThat(caseIds(all)).doesNotContain(last);
            assertThat(caseIds(serious)).containsExactly(hospitalised);
            assertThat(caseIds(interest)).containsExactly(interesting);
            assertThat(caseIds(other)).containsExactly(last);
        }
    }

    @Test
    void theStreamIsForSafetyOfficersRegistrarsAndManufacturers() {
        for (var token : List.of(Tokens.hospital(Reports.FACILITY), Tokens.token("operator", null))) {
            try (var stream = StreamClient.open(token, "")) {
                assertThat(stream.status()).isEqualTo(403);
            }
        }
        try (var stream = StreamClient.open("not-a-token", "")) {
            assertThat(stream.status()).isEqualTo(401);
        }
        try (var stream = StreamClient.open(Tokens.registrar(), "")) {
            assertThat(stream.status()).isEqualTo(200);
        }
    }

    @Test
    void aStreamLeavesOneAuditRowWhenItOpensAndOneWhenItClosesWithPositions() {
        long opened = auditRows("openCaseStream");
        long closed = auditRows("closeCaseStream");
        String caseId;
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "")) {
            caseId = Reports.accepted(Reports.complete());
            stream.awaitCase(caseId);
        }

        Awaitility.await().until(() -> auditRows("closeCaseStream") > closed);
        assertThat(auditRows("openCaseStream")).isGreaterThan(opened);
        assertThat(Database.rows(
                                "SELECT query FROM audit WHERE action = 'closeCaseStream' ORDER BY position DESC LIMIT 1")
                        .getFirst()
                        .get("query")
                        .toString())
                .contains("from 1-", " to 1-");
    }

    @Test
    void nobodyOfTheSafetyOfficersListeningIsAnAlarm() {
        Awaitility.await().until(() -> subscribedOfficers() == 0);
        assertThat(health()).contains("\"alarm\": true");

        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "")) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(subscribedOfficers()).isEqualTo(1);
            assertThat(health()).contains("\"alarm\": false");
        }
    }

    private static String silentFacility() {
        var facility = "F-SILENT-01";
        Reports.send(facility, Reports.complete(), UUID.randomUUID().toString());
        Awaitility.await()
                .until(() -> !Database.rows(
                                "SELECT 1 FROM feed_entry WHERE facility_id = ? AND position IS NOT NULL", facility)
                        .isEmpty());
        return facility;
    }

    private static List<String> caseIds(StreamClient stream) {
        return stream.events().stream().map(StreamClient.Event::caseId).toList();
    }

    private static long auditRows(String action) {
        return ((Number) Database.rows("SELECT count(*) AS n FROM audit WHERE action = ?", action)
                        .getFirst()
                        .get("n"))
                .longValue();
    }

    private static String management(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        return RestAssured.given()
                .baseUri("http://localhost")
                .port(port)
                .get(path)
                .asString();
    }

    private static String health() {
        return management("/q/health/ready");
    }

    private static long subscribedOfficers() {
        return management("/q/metrics")
                .lines()
                .filter(line -> line.startsWith("saisei_feed_safety_officers_subscribed"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToLong(value -> (long) Double.parseDouble(value))
                .sum();
    }
}
