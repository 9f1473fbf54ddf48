package org.saisei.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Sends the examples of the OpenAPI documents in the documented order, as an integration engineer would who has nothing
 * else. Ids that a service issues take the value last answered under their name.
 */
final class DocumentedJourney {
    /** Ids that services issue; everything else in an example is sent as it stands. */
    private static final Set<String> ISSUED = Set.of(
            "candidateId",
            "subjectId",
            "assessmentId",
            "accreditationId",
            "caseId",
            "factId",
            "planId",
            "holdId",
            "changeId");

    static final List<String> ROLES =
            List.of("hospital", "registrar", "safety_officer", "manufacturer", "operator", "analyst");

    private final Stack stack;
    private final String facility;
    private final boolean fresh;
    private final String lots = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> issued = new HashMap<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Circumstances circumstances;

    /** One operation as it was sent, and by which role. */
    record Step(
            Operation operation, String role, String path, JsonNode body, Map<String, String> headers, Reply reply) {}

    /**
     * @param facility acts in place of the examples' facility
     * @param fresh false to number all documents and lots anew, so that the examples can be sent where they were sent before
     */
    DocumentedJourney(Stack stack, String facility, boolean fresh) {
        this.stack = stack;
        this.facility = facility;
        this.fresh = fresh;
        this.circumstances = new Circumstances(stack);
    }

    /** Sends every operation's example but streams, and returns what was sent and answered. */
    List<Step> play() {
        return play(operation -> true);
    }

    /** The same for some of the operations; returns what was sent and answered so far. */
    List<Step> play(Predicate<Operation> which) {
        if (steps.isEmpty()) {
            circumstances.prepare();
        }
        for (var operation : Operation.all(stack)) {
            if (!operation.isStream() && which.test(operation)) {
                steps.put(operation.toString(), send(operation));
            }
        }
        return List.copyOf(steps.values());
    }

    private Step send(Operation operation) {
        var body = operation.exampleBody();
        var filled = body.isMissingNode() ? body : fill(operation, body.deepCopy());
        var path = path(operation) + operation.requiredQuery();
        var headers = headers(operation);
        for (var role : ROLES) {
            var reply = stack.caller(operation.service(), role, role.equals("hospital") ? facility : null)
                    .send(operation.method(), path, filled.isMissingNode() ? null : filled, headers);
            if (reply.status() != 403) {
                remember(reply.body());
                return new Step(operation, role, path, filled, headers, reply);
            }
        }
        throw new AssertionError("no role may call " + operation);
    }

    private Map<String, String> headers(Operation operation) {
        var headers = new HashMap<String, String>();
        if (operation.hasBody()) {
            headers.put("Content-Type", operation.mediaType());
        }
        for (var parameter : operation.parameters("header")) {
            switch (parameter.path("name").asText()) {
                case "Idempotency-Key" ->
                    headers.put("Idempotency-Key", UUID.randomUUID().toString());
                case "If-None-Match" -> headers.putIfAbsent("If-None-Match", "*");
                case "If-Match" -> {
                    if (!operation.method().equals("PUT")) {
                        headers.put("If-Match", "\"" + issued.getOrDefault("version", "1") + "\"");
                    }
                }
                default -> {}
            }
        }
        return headers;
    }

    /** An id as it was issued, anything else as the example has it. */
    private String given(String name, JsonNode example) {
        var text = example.isMissingNode() ? "" : example.asText();
        return ISSUED.contains(name) ? issued.getOrDefault(name, text) : text;
    }

    private String path(Operation operation) {
        var path = operation.path();
        for (var parameter : operation.parameters("path")) {
            var name = parameter.path("name").asText();
            var example = operation.example(parameter);
            var value = name.equals("facilityId")
                    ? facility
                    : operation.needs().isEmpty() ? given(name, example) : circumstances.idFor(operation);
            if (value.isEmpty()) {
                throw new AssertionError(operation + " has no example for {" + name + "}");
            }
            path = path.replace("{" + name + "}", value);
        }
        return path;
    }

    private JsonNode fill(Operation operation, JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                for (var name : names) {
                    var value = object.get(name);
                    if (name.equals("documentNumber") && !fresh) {
                        object.put(
                                name,
                                value.asText() + "-"
                                        + UUID.randomUUID().toString().substring(0, 8));
                    } else if (name.equals("lotNumber") && !fresh) {
                        object.put(name, value.asText() + "-" + lots);
                    } else if (value.isTextual() && issued.containsKey(name) && ISSUED.contains(name)) {
                        object.put(name, issued.get(name));
                    } else {
                        object.set(name, fillNamed(operation, name, value));
                    }
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, fill(operation, array.get(i)));
                }
            }
            default -> {}
        }
        return node;
    }

    /** The collections a product was made from are named by the fact ids of the collections sent so far. */
    private JsonNode fillNamed(Operation operation, String name, JsonNode value) {
        if (name.equals("fromCollections") && value instanceof ArrayNode array && issued.containsKey("collection")) {
            array.removeAll();
            array.add(TextNode.valueOf(issued.get("collection")));
            return array;
        }
        if (name.equals("supersedes") && issued.containsKey("assessmentId")) {
            return TextNode.valueOf(issued.get("assessmentId"));
        }
        return fill(operation, value);
    }

    private void remember(JsonNode answer) {
        for (var name : ISSUED) {
            if (answer.path(name).isTextual()) {
                issued.put(name, answer.path(name).textValue());
            }
        }
        if (answer.path("version").isNumber()) {
            issued.put("version", answer.path("version").asText());
        }
        if (answer.path("kind").isTextual()
                && answer.has("collectedOn")
                && answer.path("factId").isTextual()) {
            issued.put("collection", answer.path("factId").textValue());
        }
    }
}
