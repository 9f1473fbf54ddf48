package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@WithStack
class OpenApiE2E {

    @Test
    void theExamplesSentInTheDocumentedOrderAreAccepted() {
        // a stack of its own: the examples promise to work on a fresh one
        try (var fresh = Stack.start("examples")) {
            var steps = new DocumentedJourney(fresh, "F-TOKYO-01", true).play();

            var softly = new SoftAssertions();
            steps.forEach(step -> softly.assertThat(step.reply().status())
                    .as("%s: %s", step.operation(), step.reply().body())
                    .isBetween(200, 299));
            softly.assertAll();
        }
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
                softly.assertThat(operation.exampleBody().isObject())
                        .as("example of %s", operation)
                        .isTrue();
            }
            for (var place : List.of("path")) {
                operation
                        .parameters(place)
                        .forEach(parameter -> softly.assertThat(
                                        operation.example(parameter).asText())
                                .as("example of %s in %s", parameter.path("name"), operation)
                                .isNotBlank());
            }
            softly.assertThat(operation.node().path("responses").has("401"))
                    .as("401 of %s", operation)
                    .isTrue();
        }
        softly.assertAll();
    }

    @Test
    void operationIdsAreUnique(Stack stack) {
        assertThat(Operation.all(stack)).extracting(Operation::id).doesNotHaveDuplicates();
    }
}
