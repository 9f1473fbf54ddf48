package org.saisei.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class ExamplesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> answered = new HashMap<>(Map.of("candidateId", Registry.newCandidate()));
    private String collectionId = "";

    private record Step(int order, String method, String path, JsonNode operation) {}

    /** Ids that the service issues take the value last answered under their name. */
    @Test
    void theDocumentedExamplesAreAcceptedInTheDocumentedOrder() throws IOException {
        for (var step : steps()) {
            var path = step.path();
            for (var id : answered.entrySet()) {
                path = path.replace("{" + id.getKey() + "}", id.getValue());
            }
            var answer = send(Registry.hospital(), step, path);
            if (answer.statusCode() == 403) {
                answer = send(Registry.as(Tokens.registrar()), step, path);
            }
            assertThat(answer.statusCode())
                    .as(step.path() + " " + answer.asString())
                    .isEqualTo(step.method().equals("get") ? 200 : 201);
            var body = JSON.readTree(answer.asString());
            for (var name : List.of("subjectId", "factId", "planId", "holdId")) {
                if (body.has(name)) {
                    answered.put(name, body.get(name).asText());
                }
            }
            if (path.contains("/collections") && body.has("factId")) {
                collectionId = body.get("factId").asText();
            }
            assertThat(body.path("deviations").findValuesAsText("ruleId"))
                    .as("only the missing decision")
                    .allMatch("S-R1"::equals);
        }
        assertThat(answered).containsKeys("subjectId", "factId", "planId");
    }

    private Response send(RequestSpecification request, Step step, String path) {
        return step.method().equals("get")
                ? request.get(path)
                : request.header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(substituted(example(step)).toString())
                        .post(path);
    }

    private JsonNode substituted(JsonNode example) {
        var copy = example.deepCopy();
        answered.forEach(
                (name, value) -> copy.findParents(name).forEach(parent -> ((ObjectNode) parent).put(name, value)));
        copy.findParents("fromCollections").forEach(parent -> {
            ArrayNode list = ((ObjectNode) parent).putArray("fromCollections");
            list.add(collectionId);
        });
        return copy;
    }

    private static JsonNode example(Step step) {
        return step.operation()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("examples")
                .elements()
                .next()
                .path("value");
    }

    private static List<Step> steps() throws IOException {
        var document = JSON.readTree(given().get("/q/openapi?format=json").asString());
        var steps = new ArrayList<Step>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    var order = method.getValue().path("x-saisei-order");
                    // what comes after is the kit's, and the system tests send it
                    if (order.isInt() && order.asInt() < 900) {
                        steps.add(new Step(order.asInt(), method.getKey(), path.getKey(), method.getValue()));
                    }
                }));
        steps.sort(Comparator.comparingInt(Step::order));
        assertThat(steps).isNotEmpty();
        return steps;
    }
}
