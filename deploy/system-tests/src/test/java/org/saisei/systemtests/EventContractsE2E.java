package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** What a reader outside finds on the topics is what the contract files promise, and all of it. */
@WithStack
class EventContractsE2E {
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> byType = new HashMap<>();
    private final JsonNode topics = contract("topics.json");

    @Test
    void everyDeclaredTypeIsPublishedAndEveryRecordKeepsToItsContract(Stack stack) {
        new DocumentedJourney(stack, "F-EVT-" + Journey.document().substring(2, 10), false).play();
        deviateAndCorrect(new Journey(stack).accredited());

        await().atMost(SETTLING)
                .untilAsserted(() -> assertThat(published(stack)).isEqualTo(declared()));

        for (var topic : topics.path("topics")) {
            check(stack, topic);
        }
    }

    /** A refused patient is collected from all the same; then it turns out to have been another's blood. */
    private static void deviateAndCorrect(Journey journey) {
        var subject = journey.enrol(journey.assess("D").text("candidateId"))
                .expect(201)
                .text("subjectId");
        await().atMost(SETTLING).until(() -> journey.standing(subject), "REFUSED"::equals);
        var registry = journey.hospital(ServiceName.REGISTRY);
        var collection = registry.post("/subjects/" + subject + "/collections", journey.collection())
                .expect(201)
                .text("factId");
        registry.post(
                        "/subjects/" + subject + "/collections/" + collection + "/corrections",
                        Journey.json("""
                        {"documentNumber": "%s", "action": "VOID", "reason": "Recorded for the wrong subject."}
                        """, Journey.document()))
                .expect(201);
    }

    private void check(Stack stack, JsonNode topic) {
        var softly = new SoftAssertions();
        var name = topic.path("name").asText();
        var types = texts(topic.path("types"));
        var sequences = new TreeMap<String, Long>();
        var ids = new HashSet<String>();
        for (var event : Topics.all(stack, name)) {
            var about = name + " " + event.headers();
            softly.assertThat(errors("event-headers.json", json(event.headers())))
                    .as(about)
                    .isEmpty();
            softly.assertThat(types).as(about).contains(event.type());
            softly.assertThat(errors(event.type() + ".schema.json", event.value()))
                    .as(about)
                    .isEmpty();
            softly.assertThat(event.value().path(topic.path("key").asText()).asText())
                    .as(about)
                    .isEqualTo(event.key())
                    .isEqualTo(event.headers().get("ce_subject"));
            softly.assertThat(event.partition())
                    .as(about)
                    .isEqualTo(Utils.toPositive(Utils.murmur2(Utils.utf8(event.key())))
                            % topics.path("partitions").asInt());
            // delivery is at least once: after a kill an event may stand there again, under the same id
            if (ids.add(event.id())) {
                softly.assertThat(event.sequence()).as(about).isEqualTo(sequences.getOrDefault(event.key(), 0L) + 1);
                sequences.put(event.key(), event.sequence());
            }
        }
        softly.assertAll();
    }

    /** By the services themselves: what another test publishes under a golden example's key proves nothing. */
    private Set<String> published(Stack stack) {
        var golden = declared().stream()
                .map(type -> contract(type + ".example.json").path("key").asText())
                .collect(Collectors.toSet());
        var found = new TreeSet<String>();
        for (var topic : topics.path("topics")) {
            Topics.all(stack, topic.path("name").asText()).stream()
                    .filter(event -> !golden.contains(event.key()))
                    .forEach(event -> found.add(event.type()));
        }
        return found;
    }

    private Set<String> declared() {
        var all = new TreeSet<String>();
        topics.path("topics").forEach(topic -> all.addAll(texts(topic.path("types"))));
        return all;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static JsonNode json(Map<String, String> headers) {
        return Caller.JSON.valueToTree(headers);
    }

    private List<String> errors(String file, JsonNode instance) {
        return byType
                .computeIfAbsent(file, name -> schemas.getSchema(contract(name)))
                .validate(instance, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getKeyword())
                .toList();
    }

    private static JsonNode contract(String file) {
        try (InputStream in = EventContractsE2E.class.getResourceAsStream("/contracts/" + file)) {
            return Caller.JSON.readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
