package org.saisei.registry;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.saisei.registry.Registry.administration;
import static org.saisei.registry.Registry.decide;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.lotOf;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

/** What this service sends is what the contracts say, and what they show it can read. */
@QuarkusTest
@WithRealParts
class ContractIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everythingPublishedSatisfiesItsSchema() {
        var candidate = newCandidate();
        String subject = enrol(candidate);
        decide(candidate, 1, "INELIGIBLE");
        Registry.awaitStanding(subject, "REFUSED");
        var lot = lotOf(subject);
        var given = administration(lot);
        String fact = post("/subjects/" + subject + "/administrations", with(given, entry("cells", 200000001)))
                .path("factId");
        post(
                        "/subjects/" + subject + "/administrations/" + fact + "/corrections",
                        Map.of(
                                "documentNumber",
                                newDocument("COR"),
                                "reason",
                                "typed wrongly",
                                "action",
                                "CORRECT",
                                "corrected",
                                given))
                .then()
                .statusCode(201);
        Registry.awaitEvents(Registry.TREATMENTS, subject, "saisei.registry.administration-recorded.v1", 2);

        var published = Stream.of(Registry.SUBJECTS, Registry.TREATMENTS)
                .flatMap(topic -> KafkaProbe.all(topic).stream())
                .toList();

        assertThat(published.stream().map(KafkaProbe.Event::type).collect(Collectors.toSet()))
                .isEqualTo(contractedTypes());
        for (var event : published) {
            assertThat(errors(event.type(), event.value())).as(event.toString()).isEmpty();
            assertThat(event.headers().get("ce_subject")).isEqualTo(event.key());
            assertThat(event.headers().get("ce_source")).isEqualTo("/saisei/registry-service");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "saisei.eligibility.assessment-decided.v1",
                "saisei.eligibility.accreditation-changed.v1",
                "saisei.safety.case-reported.v1",
                "saisei.safety.case-linked.v1"
            })
    void theGoldenExampleOfWhatItReadsIsRead(String type) throws IOException {
        var example = JSON.readTree(contract(type + ".example.json"));
        var topic = type.startsWith("saisei.safety")
                ? "saisei.safety.cases"
                : type.contains("accreditation") ? "saisei.eligibility.facilities" : "saisei.eligibility.assessments";
        var key = "golden-" + type;
        var value = (com.fasterxml.jackson.databind.node.ObjectNode) example.get("value");
        Stream.of("assessmentId", "caseId")
                .filter(value::has)
                .forEach(id -> value.put(id, UUID.randomUUID().toString()));
        value.put("memberOfALaterVersion", true);

        var event = KafkaProbe.publish(topic, key, type, 1, value);

        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> !Database.rows("SELECT 1 FROM inbox WHERE event_id = ?", event)
                        .isEmpty());
        assertThat(Database.rows("SELECT 1 FROM parked_event WHERE key = ?", key))
                .isEmpty();
        assertThat(Database.count(
                        switch (topic) {
                            case "saisei.safety.cases" -> "safety_case";
                            case "saisei.eligibility.facilities" -> "facility_accreditation";
                            default -> "candidate_decision";
                        }))
                .isPositive();
    }

    private static java.util.Set<String> contractedTypes() {
        var topics = json(contract("topics.json")).get("topics");
        return Stream.of(Registry.SUBJECTS, Registry.TREATMENTS)
                .flatMap(name -> stream(topics)
                        .filter(topic -> topic.get("name").asText().equals(name))
                        .flatMap(topic -> stream(topic.get("types")))
                        .map(JsonNode::asText))
                .collect(Collectors.toSet());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false);
    }

    private static List<?> errors(String type, JsonNode value) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json(contract(type + ".schema.json")))
                .validate(value);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String contract(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("contracts/" + name)) {
            return new String(java.util.Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
