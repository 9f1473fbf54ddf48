package org.saisei.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes one to three things wrong, odd or extreme in a request that was right. */
final class Mutations {
    private static final List<JsonNode> ODD = List.of(
            NullNode.getInstance(),
            BooleanNode.TRUE,
            TextNode.valueOf(""),
            TextNode.valueOf(" "),
            TextNode.valueOf("x".repeat(5_000)),
            TextNode.valueOf("\u0000"),
            TextNode.valueOf("\ud83d"),
            TextNode.valueOf("再生医療等製品 \u202e\u200b 🧬"),
            TextNode.valueOf("'; DROP TABLE audit; --"),
            TextNode.valueOf("../../etc/passwd"),
            TextNode.valueOf("${jndi:ldap://127.0.0.1/x}"),
            TextNode.valueOf("2026-02-30"),
            TextNode.valueOf("2026-05-01"),
            TextNode.valueOf("9999-12-31"),
            TextNode.valueOf("0001-01-01"),
            TextNode.valueOf("R8.5.1"),
            TextNode.valueOf("NaN"),
            TextNode.valueOf("STEMIRAC"),
            TextNode.valueOf("A"),
            DecimalNode.valueOf(BigDecimal.ZERO),
            DecimalNode.valueOf(new BigDecimal("-1")),
            DecimalNode.valueOf(new BigDecimal("0.0000000000000000000001")),
            DecimalNode.valueOf(new BigDecimal("1E+300")),
            DecimalNode.valueOf(new BigDecimal("1E-300")),
            DecimalNode.valueOf(new BigDecimal("1E+20000")),
            DecimalNode.valueOf(new BigDecimal("0E+2147483647")),
            BigIntegerNode.valueOf(new BigInteger("9".repeat(60))),
            DecimalNode.valueOf(new BigDecimal(Integer.MAX_VALUE)),
            DecimalNode.valueOf(new BigDecimal(Long.MIN_VALUE)),
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.objectNode());

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    GeneratedRequestsE2E.Request next(DocumentedJourney.Step step) {
        int dice = random.nextInt(20);
        if (step.body().isMissingNode() || dice == 0) {
            return new GeneratedRequestsE2E.Request(oddPath(step), bodyOf(step), headers(step));
        }
        if (dice == 1) {
            var headers = headers(step);
            headers.keySet().stream().toList().forEach(name -> {
                if (random.nextBoolean()) {
                    headers.put(name, random.nextBoolean() ? "\"999\"" : "%00 odd".repeat(1 + random.nextInt(60)));
                }
            });
            return new GeneratedRequestsE2E.Request(step.path(), bodyOf(step), headers);
        }
        if (dice == 2) {
            var text = step.body().toString();
            return new GeneratedRequestsE2E.Request(
                    step.path(), text.substring(0, random.nextInt(text.length())), headers(step));
        }
        JsonNode body = step.body().deepCopy();
        renumber(body);
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutate(body);
        }
        return new GeneratedRequestsE2E.Request(step.path(), body, headers(step));
    }

    private static HashMap<String, String> headers(DocumentedJourney.Step step) {
        var headers = new HashMap<>(step.headers());
        headers.replace("Idempotency-Key", UUID.randomUUID().toString());
        return headers;
    }

    private static Object bodyOf(DocumentedJourney.Step step) {
        return step.body().isMissingNode() ? null : step.body();
    }

    private String oddPath(DocumentedJourney.Step step) {
        var odd = ODD.get(random.nextInt(ODD.size()));
        var text = odd.isTextual() ? odd.textValue() : odd.toString();
        var value = URLEncoder.encode(text.length() > 300 ? text.substring(0, 300) : text, StandardCharsets.UTF_8)
                .replace("+", "%20");
        if (random.nextBoolean() && step.operation().path().contains("{")) {
            var path = step.operation().path();
            for (var parameter : step.operation().parameters("path")) {
                path = path.replace("{" + parameter.path("name").asText() + "}", value.isEmpty() ? "%20" : value);
            }
            return path;
        }
        var queries = step.operation().parameters("query");
        var name = queries.isEmpty()
                ? "x"
                : queries.get(random.nextInt(queries.size())).path("name").asText();
        return step.path() + (step.path().contains("?") ? "&" : "?") + name + "=" + value;
    }

    /** A number of its own for each document, so that not every request ends as a repeat. */
    private static void renumber(JsonNode body) {
        if (body instanceof ObjectNode object && object.has("documentNumber")) {
            object.put("documentNumber", "G-" + UUID.randomUUID());
        }
    }

    private void mutate(JsonNode body) {
        var places = new ArrayList<JsonNode>();
        collect(body, places);
        var place = places.get(random.nextInt(places.size()));
        switch (place) {
            case ObjectNode object
            when !object.isEmpty() -> {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                var name = names.get(random.nextInt(names.size()));
                switch (random.nextInt(8)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.set("unknown" + random.nextInt(9), odd());
                    case 2 -> object.set(name, object.get(names.get(random.nextInt(names.size()))));
                    default -> object.set(name, odd());
                }
            }
            case ArrayNode array -> {
                if (array.isEmpty() || random.nextInt(3) == 0) {
                    int more = random.nextInt(5) == 0 ? 2_000 : 1;
                    for (int i = 0; i < more; i++) {
                        array.add(array.isEmpty() ? odd() : array.get(0).deepCopy());
                    }
                } else {
                    array.set(random.nextInt(array.size()), odd());
                }
            }
            default -> {}
        }
    }

    private JsonNode odd() {
        return ODD.get(random.nextInt(ODD.size())).deepCopy();
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }
}
