package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@WithStack
class OpenApiE2E {
    /** A bare 403 for every operation that needs a token, even where every role may call it. */
    private static final JsonNode ADDED_BY_THE_FRAMEWORK =
            JsonNodeFactory.instance.objectNode().put("description", "Not Allowed");

    @Test
    void theExamplesSentInTheDocumentedOrderAreAccepted(SharedStack.Examples examples) {
        var softly = new SoftAssertions();
        examples.steps()
                .forEach(step -> softly.assertThat(step.reply().status())
                        .as("%s: %s", step.operation(), step.reply().body())
                        .isBetween(200, 299));
        softly.assertAll();
    }

    @Test
    void everyOperationIsDescribedForItsReader(Stack stack) {
        var softly = new SoftAssertions();
        for (var operation : Operation.all(stack)) {
            softly.assertThat(operation.id()).as("operationId of %s", operation).isNotBlank();
            softly.assertThat(operation.order()).as("place of %s", operation).isLessThan(Integer.MAX_VALUE);
            softly.assertThat(operation.node().path("summary").asText())
                    .as("summary of %s", operation)
                    .isNotBlank();
            if (operation.hasBody()) {
                softly.assertThat(documents(operation.exampleBody()))
                        .as("example of %s", operation)
                        .isNotEmpty()
                        .allMatch(JsonNode::isObject);
            }
            for (var place : List.of("path")) {
                operation
                        .parameters(place)
                        .forEach(parameter -> softly.assertThat(
                                        operation.example(parameter).asText())
                                .as("example of %s in %s", parameter.path("name"), operation)
                                .isNotBlank());
            }
            softly.assertThat(operation.node().path("responses").properties())
                    .extracting(Map.Entry::getKey)
                    .as("answers of %s", operation)
                    .contains("400", "401");
        }
        softly.assertAll();
    }

    @Test
    void operationIdsAreUniqueInTheirService(Stack stack) {
        assertThat(Operation.all(stack))
                .extracting(operation -> operation.service() + " " + operation.id())
                .doesNotHaveDuplicates();
    }

    @Test
    void placesInTheDocumentedOrderAreUniqueInTheirService(Stack stack) {
        assertThat(Operation.all(stack))
                .extracting(operation -> operation.service() + " " + operation.order())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatNoDocumentedRequestBringsAboutIsNeededByOperatorsAlone(Stack stack) {
        assertThat(Operation.all(stack).stream()
                        .filter(operation -> !operation.needs().isEmpty()))
                .extracting(Operation::id)
                .containsOnly(
                        "getParkedEvent",
                        "replayParkedEvent",
                        "discardParkedEvent",
                        "getRefusedEvent",
                        "releaseRefusedEvent",
                        "getForgottenEvent",
                        "resolveForgottenEvent");
    }

    @Test
    void everyServiceSaysWhatItIsAndWhoMayCall(Stack stack) {
        var softly = new SoftAssertions();
        for (var document : documents(stack)) {
            var info = document.path("info");
            var title = info.path("title").asText();
            softly.assertThat(title).startsWith("Saisei ").endsWith("-service");
            softly.assertThat(info.path("description").asText()).as(title).isNotBlank();
            softly.assertThat(info.path("version").asText()).as(title).isEqualTo("1");
            softly.assertThat(info.at("/license/name").asText()).as(title).isEqualTo("Apache-2.0");
            softly.assertThat(document.path("security").toString()).as(title).isEqualTo("[{\"bearer\":[]}]");
            softly.assertThat(document.at("/components/securitySchemes/bearer/scheme")
                            .asText())
                    .as(title)
                    .isEqualTo("bearer");
        }
        softly.assertAll();
    }

    @Test
    void everyReferenceLeadsSomewhere(Stack stack) {
        var softly = new SoftAssertions();
        for (var document : documents(stack)) {
            softly.assertThat(document.findValuesAsText("$ref"))
                    .hasSizeGreaterThan(40)
                    .allSatisfy(reference -> assertThat(
                                    document.at(reference.substring(1)).isMissingNode())
                            .as("%s of %s", reference, document.at("/info/title"))
                            .isFalse());
        }
        softly.assertAll();
    }

    @Test
    void everyProblemIsDescribedAsOne(Stack stack) {
        var softly = new SoftAssertions();
        for (var operation : Operation.all(stack)) {
            operation.node().path("responses").properties().stream()
                    .filter(response -> response.getKey().compareTo("400") >= 0)
                    .filter(response -> !response.getValue().equals(ADDED_BY_THE_FRAMEWORK))
                    .forEach(response -> softly.assertThat(operation
                                    .resolve(response.getValue())
                                    .at("/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .as("%s of %s", response.getKey(), operation)
                            .isEqualTo("#/components/schemas/Problem"));
        }
        softly.assertAll();
    }

    @Test
    void aProblemMayHaveMembersOfItsOwnBesideThoseDescribed(Stack stack) {
        var softly = new SoftAssertions();
        for (var document : documents(stack)) {
            var problem = document.at("/components/schemas/Problem");
            softly.assertThat(problem.at("/properties/extensions").isMissingNode())
                    .isTrue();
            softly.assertThat(problem.at("/properties/errors").isObject()).isTrue();
            softly.assertThat(problem.path("additionalProperties")).isEqualTo(BooleanNode.TRUE);
        }
        softly.assertAll();
    }

    @Test
    void everyListSaysWhatItsPagesHold(Stack stack) {
        var lists = Operation.all(stack).stream()
                .filter(operation -> operation.exampleAnswer().has("items")
                        && operation.exampleAnswer().has("next"))
                .toList();

        var softly = new SoftAssertions();
        for (var list : lists) {
            var page = list.resolve(list.answerSchema(200)).path("properties");
            softly.assertThat(list.resolve(page.path("items").path("items")).path("properties"))
                    .as("what the items of %s are", list)
                    .isNotEmpty();
            softly.assertThat(page.path("next").path("type"))
                    .extracting(JsonNode::asText)
                    .as("next of %s", list)
                    .containsExactlyInAnyOrder("string", "null");
        }
        softly.assertAll();
        assertThat(lists).as("lists").hasSizeGreaterThan(8);
    }

    @Test
    void everyAnswerIsAsItIsDescribed(Stack stack) {
        var facility = "F-DOC-" + UUID.randomUUID().toString().substring(0, 8);
        var answered = new DocumentedJourney(stack, facility, false)
                .play().stream().filter(step -> step.reply().status() < 300).toList();

        var softly = new SoftAssertions();
        for (var step : answered) {
            var described = new AnswerSchema(step.operation(), step.reply().status());
            documents(step.reply().body())
                    .forEach(document -> softly.assertThat(described.violations(document))
                            .as("answer of %s: %s", step.operation(), document)
                            .isEmpty());
        }
        softly.assertAll();
        assertThat(answered).as("answers").hasSizeGreaterThan(20);
    }

    /** Itself, or the lines of which it consists. */
    private static List<JsonNode> documents(JsonNode body) {
        return body.isTextual() ? body.textValue().lines().map(OpenApiE2E::json).toList() : List.of(body);
    }

    private static JsonNode json(String line) {
        try {
            return Caller.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    private static List<JsonNode> documents(Stack stack) {
        return Operation.all(stack).stream().map(Operation::document).distinct().toList();
    }
}
