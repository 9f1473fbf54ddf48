package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class BacklogIT {

    @Inject
    MeterRegistry meters;

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

    private double parked() {
        return meters.get("saisei.inbox.parked").gauge().value();
    }
}
