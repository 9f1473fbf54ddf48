package org.saisei.adverseevent.report.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class GoldenExamplesTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "saisei.registry.subject-enrolled.v1",
                "saisei.registry.collection-recorded.v1",
                "saisei.registry.product-recorded.v1",
                "saisei.registry.administration-recorded.v1",
                "saisei.registry.deviation-recorded.v1",
                "saisei.registry.fact-corrected.v1"
            })
    void theExampleOfEveryTypeThisServiceReadsIsUnderstood(String type) throws IOException {
        var value = example(type).get("value");

        var event = JSON.treeToValue(value, RegistryEvent.class);

        assertThat(event.subject().subjectId()).isEqualTo(value.get("subjectId").asText());
        assertThat(event.subject().candidateId())
                .isEqualTo(value.get("candidateId").asText());
    }

    private static JsonNode example(String type) throws IOException {
        try (var in = GoldenExamplesTest.class.getResourceAsStream("/contracts/" + type + ".example.json")) {
            return JSON.readTree(in);
        }
    }
}
