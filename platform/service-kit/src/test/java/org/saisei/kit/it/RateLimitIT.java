package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
@TestProfile(LowLimits.class)
class RateLimitIT {
    private final String facility = "F-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    MeterRegistry meters;

    @Test
    void aClientMaySendABurstAndIsThenAskedToWait() {
        var statuses = repeat(LowLimits.BURST, () -> read(Tokens.hospital(facility)));

        assertThat(statuses).containsOnly(200);
        var refused = given().auth().oauth2(Tokens.hospital(facility)).get("/things/1");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.path("type").toString()).isEqualTo("/problems/too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(read(Tokens.hospital(facility))).isEqualTo(200));
    }

    @Test
    void oneFacilityDoesNotUseUpWhatAnotherMaySend() {
        exhaust(Tokens.hospital(facility));

        assertThat(read(Tokens.hospital(facility + "-B"))).isEqualTo(200);
    }

    @Test
    void aForgedTokenDoesNotCountAgainstTheClientThatItNames() {
        var right = Tokens.hospital(facility);
        var forged = right.substring(0, right.lastIndexOf('.') + 1) + "A".repeat(342);

        assertThat(repeat(3 * LowLimits.BURST, () -> read(forged))).isSubsetOf(401, 429);

        assertThat(read(right)).isEqualTo(200);
    }

    @Test
    void whoShowsNoTokenIsLimitedByAddress() {
        var statuses =
                repeat(2 * LowLimits.BURST, () -> given().get("/things/1").statusCode());

        assertThat(statuses).contains(429).isSubsetOf(401, 429);
    }

    @Test
    void aPathThatThereIsNotCountsAsAnyOther() {
        exhaust(Tokens.hospital(facility));

        assertThat(given().auth()
                        .oauth2(Tokens.hospital(facility))
                        .get("/nowhere")
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void descriptionsAreNotLimited() {
        assertThat(repeat(3 * LowLimits.BURST, () -> given().get("/q/openapi").statusCode()))
                .containsOnly(200);
    }

    @Test
    void aRefusedWriteHasDoneNothingAndItsConnectionGoesOn() throws IOException, InterruptedException {
        var token = Tokens.hospital(facility);
        exhaust(token);
        int effects = Things.EFFECTS.get();

        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < 3; i++) {
                var answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/things"))
                                .timeout(Duration.ofSeconds(5))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"documentNumber\": \"" + "D".repeat(200_000) + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isIn(400, 429);
            }
        }

        assertThat(Things.EFFECTS.get()).isEqualTo(effects);
    }

    @Test
    void refusalsAreCounted() {
        var before = counted();

        exhaust(Tokens.hospital(facility));
        read(Tokens.hospital(facility));

        assertThat(counted()).isGreaterThan(before);
    }

    private double counted() {
        return meters.get("saisei.rate.limit.refused")
                .tag("caller", "client")
                .counter()
                .count();
    }

    private static void exhaust(String token) {
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(1))
                .untilAsserted(() -> assertThat(read(token)).isEqualTo(429));
    }

    private static int read(String token) {
        return given().auth().oauth2(token).get("/things/1").statusCode();
    }

    private static List<Integer> repeat(int times, Supplier<Integer> request) {
        return IntStream.range(0, times).mapToObj(i -> request.get()).toList();
    }
}
