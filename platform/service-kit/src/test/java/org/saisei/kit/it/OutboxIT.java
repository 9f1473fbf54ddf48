package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.saisei.kit.outbox.Outbox;
import org.saisei.kit.outbox.OutboxEvent;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class OutboxIT {
    private static final String TOPIC = "saisei.eligibility.facilities";
    private static final String TYPE = "saisei.eligibility.accreditation-changed.v1";

    @Inject
    Outbox outbox;

    private final String key = "F-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aCommittedEventIsPublishedAsACloudEvent() throws IOException {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(event()));

        var event =
                KafkaProbe.awaitEvents(TOPIC, key, events -> events.size() == 1).getFirst();

        assertThat(event.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", TYPE)
                .containsEntry("ce_source", "/saisei/kit-test")
                .containsEntry("ce_subject", key)
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_dataschema", "urn:saisei:schema:" + TYPE)
                .containsKeys("ce_id", "ce_time");
        assertThat(event.value()).isEqualTo(Examples.value(TYPE));
    }

    @Test
    void anEventOfARolledBackTransactionDoesNotExist() {
        QuarkusTransaction.begin();
        outbox.append(event());
        QuarkusTransaction.rollback();

        QuarkusTransaction.requiringNew().run(() -> outbox.append(event()));

        assertThat(KafkaProbe.awaitEvents(TOPIC, key, events -> !events.isEmpty()))
                .extracting(KafkaProbe.Event::sequence)
                .containsExactly(1L);
    }

    @Test
    void eventsOfOneKeyArriveInSequenceWithoutGapsHoweverManyWriteThem() {
        try (var writers = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 200)
                    .forEach(i -> writers.execute(
                            () -> QuarkusTransaction.requiringNew().run(() -> outbox.append(event()))));
        }

        assertThat(KafkaProbe.awaitEvents(TOPIC, key, events -> events.size() >= 200))
                .extracting(KafkaProbe.Event::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void dataThatBreakTheContractAreNotStored() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() ->
                                outbox.append(new OutboxEvent(TOPIC, key, TYPE, java.util.Map.of("patientName", "x")))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("breaks the contract");
        assertThat(Database.rows("SELECT 1 FROM outbox WHERE key = ?", key)).isEmpty();
    }

    @Test
    void aDayThatIsNoneIsNotStored() throws IOException {
        var odd = (com.fasterxml.jackson.databind.node.ObjectNode)
                Examples.value(TYPE).deepCopy();
        odd.put("from", "2026-02-30");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> outbox.append(new OutboxEvent(TOPIC, key, TYPE, odd))))
                .hasMessageContaining("breaks the contract");
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.append(event())).isInstanceOf(IllegalStateException.class);
    }

    private OutboxEvent event() {
        return new OutboxEvent(TOPIC, key, TYPE, Examples.value(TYPE));
    }
}
