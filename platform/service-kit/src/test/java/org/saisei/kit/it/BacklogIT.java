package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.saisei.kit.broker.Broker;
import org.saisei.kit.contract.EventContracts;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class BacklogIT {

    /** Of the contracts, and read by no consumer of these tests. */
    private static final String UNREAD = "saisei.registry.treatments";

    @Inject
    MeterRegistry meters;

    @Inject
    Broker broker;

    @Inject
    EventContracts contracts;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void aParkedEventIsSeenOnTheGauge() {
        await().until(() -> !Double.isNaN(parked()));
        double before = parked();

        KafkaProbe.publish("saisei.safety.cases", "B-" + UUID.randomUUID(), "saisei.test.happened.v1", 2, Map.of());

        await().untilAsserted(() -> assertThat(parked()).isGreaterThan(before));
    }

    @Test
    void aBrokerThatAnswersIsSeenOnTheGauge() {
        await().untilAsserted(() -> assertThat(
                        meters.get("saisei.broker.reachable").gauge().value())
                .isEqualTo(1));
    }

    @Test
    void aTopicThatIsNotThereIsCountedAndTheBrokerIsNotTakenToBeAway() throws ExecutionException, InterruptedException {
        try (var admin = broker.admin(Duration.ofSeconds(10))) {
            admin.deleteTopics(List.of(UNREAD)).all().get();
            try {
                await().untilAsserted(() -> assertThat(missingTopics()).isEqualTo(1));
                assertThat(meters.get("saisei.broker.reachable").gauge().value())
                        .isEqualTo(1);
            } finally {
                admin.createTopics(List.of(new NewTopic(UNREAD, contracts.partitions(), (short) 1)))
                        .all()
                        .get();
            }
        }

        await().untilAsserted(() -> assertThat(missingTopics()).isZero());
    }

    @Test
    void whatIsReadOfATopicIsSeenOnTheGauge() {
        await().untilAsserted(() -> assertThat(lag("saisei.inbox.lag.events")).isZero());

        assertThat(lag("saisei.inbox.lag.seconds")).isZero();
    }

    @Test
    void theGaugesAreTheDetailsOfWellnessAndNoneOfReadiness() throws IOException, InterruptedException {
        assertThat(health("/q/health/well"))
                .contains("saisei.inbox.parked", "saisei.outbox.waiting", "saisei.broker.reachable")
                .contains("saisei.certificate.seconds{of=https}", "saisei.issuer.keys.known");
        assertThat(health("/q/health/ready")).contains("UP").doesNotContain("saisei.");
    }

    private String health(String place) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(management.resolve(place)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private double lag(String gauge) {
        return meters.get(gauge).tag("topic", "saisei.safety.cases").gauge().value();
    }

    private double missingTopics() {
        return meters.get("saisei.broker.topics.missing").gauge().value();
    }

    private double parked() {
        return meters.get("saisei.inbox.parked").gauge().value();
    }
}
