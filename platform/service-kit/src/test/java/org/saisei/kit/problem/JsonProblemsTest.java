package org.saisei.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.saisei.kit.json.StrictJson;

class JsonProblemsTest {
    private enum Colour {
        RED,
        GREEN
    }

    private record Part(String number) {}

    private record Thing(
            String name, Colour colour, UUID id, BigDecimal weight, List<Part> parts, Map<String, Object> facts) {}

    private final ObjectMapper json = new ObjectMapper();

    JsonProblemsTest() {
        new StrictJson().customize(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "a", "name": "b"}                         | /name           | REPEATED | is given more than once
            {"parts": [{"number": "1"}, {"number": "2", "number": "3"}]} | /parts/1/number | REPEATED | is given more than once
            {"facts": {"a/b": {"c": 1, "c": 1}}}               | /facts/a~1b/c   | REPEATED | is given more than once
            {"name": "a"                                       | ''              | JSON     | ends too early at line 1, column 13
            {"name": "a"} {}                                   | ''              | JSON     | has more behind its end
            {"name": a}                                        | ''              | JSON     | is not JSON at line 1, column 11
            """)
    void whatIsNoDocumentIsToldWhereAndWhy(String body, String pointer, String rule, String message) {
        assertThat(refused(body)).containsExactly(new FieldError(pointer, rule, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"colour": "\\tRED\\n"}                               | /colour | must be one of [RED, GREEN]
            {"colour": "RED "}                                    | /colour | must be one of [RED, GREEN]
            {"colour": "red"}                                     | /colour | must be one of [RED, GREEN]
            {"colour": ""}                                        | /colour | must be one of [RED, GREEN]
            {"colour": "0"}                                       | /colour | must be one of [RED, GREEN]
            {"id": " 01a2b3c4-0000-4000-8000-000000000001"}       | /id     | must be a UUID
            {"id": "01a2b3c4-0000-4000-8000-000000000001\\n"}     | /id     | must be a UUID
            {"id": "1-2-3-4-5"}                                   | /id     | must be a UUID
            {"id": "AaKzxAAAQACAAAAAAAAAAQ=="}                    | /id     | must be a UUID
            {"id": ""}                                            | /id     | must be a UUID
            """)
    void whatMerelyResemblesACodeOrAnIdIsRefused(String body, String pointer, String message) {
        assertThat(refused(body)).containsExactly(new FieldError(pointer, "FORMAT", message));
    }

    @Test
    void aCodeAndAnIdAreReadAsTheyAreWritten() throws JsonProcessingException {
        var read = json.readValue(
                "{\"colour\": \"GREEN\", \"id\": \"01A2B3C4-0000-4000-8000-00000000000f\"}", Thing.class);

        assertThat(read.colour()).isEqualTo(Colour.GREEN);
        assertThat(read.id()).hasToString("01a2b3c4-0000-4000-8000-00000000000f");
    }

    @ParameterizedTest
    @MethodSource
    void aLimitIsToldWithTheMostThatIsTaken(String body, String pointer, String message) {
        assertThat(refused(body)).containsExactly(new FieldError(pointer, "LIMIT", message));
    }

    static Stream<Arguments> aLimitIsToldWithTheMostThatIsTaken() {
        return Stream.of(
                Arguments.of(
                        Named.of("deep", "{\"facts\": {\"a\": " + "[".repeat(40) + "]".repeat(40) + "}}"),
                        "/facts",
                        "has at most 32 levels within each other"),
                Arguments.of(
                        Named.of("long number", "{\"weight\": " + "1".repeat(65) + "}"),
                        "",
                        "has at most 64 characters for a number"),
                Arguments.of(
                        Named.of("long name", "{\"" + "n".repeat(101) + "\": 1}"),
                        "",
                        "has at most 100 characters for the name of a field"),
                Arguments.of(
                        Named.of("long text", "{\"name\": \"" + "n".repeat(100_001) + "\"}"),
                        "/name",
                        "has at most 100000 characters for a text"),
                Arguments.of(
                        Named.of("many values", "{\"facts\": {\"a\": [" + "1,".repeat(100_000) + "1]}}"),
                        "/facts",
                        "has at most 100000 braces, names and values"));
    }

    private List<FieldError> refused(String body) {
        var fault = catchThrowableOfType(JsonProcessingException.class, () -> json.readValue(body, Thing.class));
        return JsonProblems.of(fault).errors();
    }
}
