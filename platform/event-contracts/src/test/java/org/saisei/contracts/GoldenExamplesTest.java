package org.saisei.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> types() {
        return Contracts.types().stream();
    }

    @Test
    void everyTypeHasItsFilesAndThereAreNoOthers() {
        Set<String> expected = new TreeSet<>(Set.of("topics.json", "event-headers.json", "asyncapi.yaml"));
        for (String type : Contracts.types()) {
            expected.add(type + ".schema.json");
            expected.add(type + ".example.json");
        }

        assertThat(Contracts.fileNames()).isEqualTo(expected);
    }

    @Test
    void topicsHaveTwentyFourPartitionsForEver() {
        assertThat(Contracts.partitions()).isEqualTo(24);
    }

    @Test
    void aTypeBelongsToOneTopic() {
        assertThat(Contracts.types()).doesNotHaveDuplicates().isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theValueSatisfiesItsSchema(String type) {
        JsonNode value = Contracts.example(type).path("value");

        assertThat(Contracts.errors(Contracts.schema(type), value)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theHeadersAreCompleteAndAgreeWithTheRecord(String type) {
        JsonNode example = Contracts.example(type);
        JsonNode headers = example.path("headers");
        String key = example.path("key").asText();

        assertThat(Contracts.errors(Contracts.headersSchema(), headers)).isEmpty();
        assertThat(headers.path("ce_type").asText()).isEqualTo(type);
        assertThat(headers.path("ce_dataschema").asText())
                .isEqualTo("urn:saisei:schema:" + type)
                .isEqualTo(Contracts.schema(type).path("$id").asText());
        assertThat(headers.path("ce_subject").asText()).isEqualTo(key);
        assertThat(example.path("value").path(Contracts.topicOf(type).key()).asText())
                .isEqualTo(key);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aValueWithAFurtherMemberIsRefused(String type) {
        ObjectNode value = (ObjectNode) Contracts.example(type).path("value");
        value.put("patientName", "山田太郎");

        assertThat(Contracts.errors(Contracts.schema(type), value)).containsExactly(" additionalProperties");
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyRequiredMemberIsMissedWhenItIsTakenOut(String type) {
        JsonNode schema = Contracts.schema(type);

        assertThat(schema.path("required")).isNotEmpty().allSatisfy(member -> {
            ObjectNode value = (ObjectNode) Contracts.example(type).path("value");
            value.remove(member.asText());
            assertThat(Contracts.errors(schema, value)).contains(" required");
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyOptionalMemberMayBeNullOrAbsent(String type) {
        JsonNode schema = Contracts.schema(type);
        Set<String> optional = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(optional::add);
        schema.path("required").forEach(member -> optional.remove(member.asText()));
        ObjectNode absent = (ObjectNode) Contracts.example(type).path("value");
        ObjectNode nulls = absent.deepCopy();
        optional.forEach(absent::remove);
        optional.forEach(nulls::putNull);

        assertThat(optional).contains("documentNumber");
        assertThat(Contracts.errors(schema, absent)).isEmpty();
        assertThat(Contracts.errors(schema, nulls)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "saisei.registry.subject-enrolled.v1 | candidateId | \"YAMADA TARO\"",
                "saisei.registry.subject-enrolled.v1 | candidateId | \"K7QH2M9XW4ZT0B5N\\n\"",
                "saisei.registry.subject-enrolled.v1 | subjectId | \"山田太郎\"",
                "saisei.registry.subject-enrolled.v1 | documentNumber | \"see the ward's notes\"",
                "saisei.registry.subject-enrolled.v1 | enrolledOn | \"2026-02-30\"",
                "saisei.registry.subject-enrolled.v1 | enrolledOn | \"令和8年4月11日\"",
                "saisei.registry.subject-enrolled.v1 | ageYears | -1",
                "saisei.registry.subject-enrolled.v1 | ageYears | 54.5",
                "saisei.registry.subject-enrolled.v1 | ageYears | \"54\"",
                "saisei.registry.subject-enrolled.v1 | sex | \"M\"",
                "saisei.registry.subject-enrolled.v1 | standing | null",
                "saisei.registry.administration-recorded.v1 | cells | 150000000.5",
                "saisei.registry.administration-recorded.v1 | weightKg | 0",
                "saisei.registry.administration-recorded.v1 | deviations | [\"too many cells were given\"]",
                "saisei.eligibility.assessment-decided.v1 | ais | {\"grade\":\"F\",\"assessedOn\":\"2026-04-09\"}",
                "saisei.eligibility.assessment-decided.v1 | notSatisfied | [{\"criterion\":\"S-P5\",\"verdict\":\"MET\"}]",
                "saisei.safety.case-reported.v1 | state | \"DRAFT\"",
                "saisei.safety.case-reported.v1 | seriousness | []",
                "saisei.safety.case-reported.v1 | serious | false",
                "saisei.safety.case-reported.v1 | receivedAt | \"2026-05-24T03:03:00+09:00\"",
                "saisei.safety.case-reported.v1 | version | 0",
            })
    void aValueOutsideItsBoundsIsRefused(String type, String member, String json) throws Exception {
        ObjectNode value = (ObjectNode) Contracts.example(type).path("value");
        value.set(member, JSON.readTree(json));

        assertThat(Contracts.errors(Contracts.schema(type), value)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "ce_sequence, 0",
        "ce_sequence, 01",
        "ce_time, yesterday",
        "ce_source, https://host/registry",
        "ce_id, 1",
        "traceparent, 00-1-1-01",
        "x-patient, F",
    })
    void aHeaderOutsideTheContractIsRefused(String header, String text) {
        ObjectNode headers =
                (ObjectNode) Contracts.example("saisei.safety.case-reported.v1").path("headers");
        headers.put(header, text);

        assertThat(Contracts.errors(Contracts.headersSchema(), headers)).isNotEmpty();
    }
}
