package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** Every service takes in the golden example of every type on the topics it reads; none is parked. */
@WithStack
class GoldenExamplesE2E {
    private static final Duration SETTLING = Duration.ofSeconds(60);

    @Test
    void everyServiceReadsTheGoldenExamplesOfItsTopics(Stack stack) throws IOException {
        var readers = Subscriptions.of(Repository.root());

        for (var topic : contract("topics.json").path("topics")) {
            var name = topic.path("name").asText();
            long last = 0;
            String key = "";
            for (var type : topic.path("types")) {
                var example = contract(type.asText() + ".example.json");
                key = example.path("key").asText();
                last = publish(stack, name, example);
            }
            for (var service : ServiceName.values()) {
                if (readers.getOrDefault(service.folder(), Collections.emptySortedSet())
                        .contains(name)) {
                    awaitRead(stack, service, name, key, last);
                }
            }
        }
    }

    /** Publishes the example as the next event of its key, under an id of its own, and returns its sequence. */
    private static long publish(Stack stack, String topic, JsonNode example) throws IOException {
        var key = example.path("key").asText();
        long sequence = Topics.of(stack, topic, key).size() + 1;
        var headers = (ObjectNode) example.path("headers");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_sequence", String.valueOf(sequence));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", stack.processes().kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var message = new ProducerRecord<>(topic, key, Caller.JSON.writeValueAsBytes(example.path("value")));
            headers.properties()
                    .forEach(header -> message.headers()
                            .add(header.getKey(), header.getValue().asText().getBytes(StandardCharsets.UTF_8)));
            producer.send(message);
            producer.flush();
        }
        return sequence;
    }

    private static void awaitRead(Stack stack, ServiceName service, String topic, String key, long last) {
        await().atMost(SETTLING).untilAsserted(() -> {
            assertThat(stack.rows(
                            service,
                            "SELECT type, seq, reason, error FROM parked_event WHERE key = ? AND resolved_at IS NULL",
                            key))
                    .as("parked by %s from %s", service, topic)
                    .isEmpty();
            assertThat(stack.rows(service, "SELECT last_seq FROM inbox_mark WHERE topic = ? AND key = ?", topic, key))
                    .as("read by %s from %s", service, topic)
                    .isEqualTo(List.of(List.of(last)));
        });
    }

    private static JsonNode contract(String file) {
        try (InputStream in = GoldenExamplesE2E.class.getResourceAsStream("/contracts/" + file)) {
            return Caller.JSON.readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
