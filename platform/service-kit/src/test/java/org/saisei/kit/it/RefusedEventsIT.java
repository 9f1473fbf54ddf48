package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.kit.it.Operator.operator;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.outbox.Outbox;
import org.saisei.kit.outbox.OutboxEvent;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

/** On a topic whose broker takes hardly anything for a while. */
@QuarkusTest
@WithRealParts
class RefusedEventsIT {
    private static final String TOPIC = "saisei.eligibility.facilities";
    private static final String TYPE = "saisei.eligibility.accreditation-changed.v1";
    private static final int BYTES_OF_AN_EVENT = 200;
    private static final String ORDER = """
            {"documentNumber": "INC-3", "reason": "The broker takes it now."}""";

    @Inject
    Outbox outbox;

    private final String key = "F-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void takeAll() throws Exception {
        takeAtMost(1_048_588);
    }

    @Test
    void aReleasedEventIsSentAndWhatWaitedBehindItAfterIt() throws Exception {
        takeAtMost(100);
        append();
        append();
        var refused = awaitRefused();
        takeAtMost(1_048_588);

        release(refused)
                .then()
                .statusCode(201)
                .header("Location", containsString("/refused-events/" + refused))
                .body("released.documentNumber", equalTo("INC-3"));

        assertThat(KafkaProbe.awaitEvents(TOPIC, key, events -> events.size() == 2))
                .extracting(KafkaProbe.Event::sequence)
                .containsExactly(1L, 2L);
        list().then().body("items", empty());
        release(refused)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-refused"))
                .header("Location", containsString("/refused-events/" + refused));
    }

    @Test
    void anEventReleasedInVainIsHeldBackAgain() throws Exception {
        takeAtMost(100);
        append();
        var refused = awaitRefused();

        release(refused).then().statusCode(201);

        assertThat(awaitRefused()).isEqualTo(refused);
        operator().get("/refused-events/" + refused).then().body("error", equalTo("RecordTooLargeException"));
    }

    @Test
    void anEventThatIsNotThereIsNotFound() {
        operator().get("/refused-events/" + UUID.randomUUID()).then().statusCode(404);
        release(UUID.randomUUID().toString()).then().statusCode(404);
    }

    private String awaitRefused() {
        return await().until(() -> list().path("items[0].eventId"), id -> id != null);
    }

    private Response list() {
        return operator().queryParam("key", key).get("/refused-events");
    }

    private Response release(String eventId) {
        return operator()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(ORDER)
                .post("/refused-events/" + eventId + "/release");
    }

    private void append() {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(new OutboxEvent(TOPIC, key, TYPE, Examples.value(TYPE))));
    }

    private void takeAtMost(int bytes) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object)
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)))) {
            admin.incrementalAlterConfigs(Map.of(
                            topic,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", String.valueOf(bytes)),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
        // what the broker describes is ahead of what it does
        await().until(() -> KafkaProbe.takes(TOPIC, key, BYTES_OF_AN_EVENT) == (bytes > BYTES_OF_AN_EVENT));
    }
}
