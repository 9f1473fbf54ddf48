package org.saisei.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextDeserializerTest {
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new SimpleModule().addDeserializer(String.class, new CleanTextDeserializer()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3000",
                "\u200b",
                "\u200b\u202e",
                "\ufeff",
                "\u2060 \t\n",
                "\u3164",
                "\u2800",
                "\u0301"
            })
    void whatCannotBeSeenIsEmpty(String text) throws IOException {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " x", "理由がある", "か\u3099", "𠮷", "🧬", ".", "\u200bx"})
    void whatCanBeSeenStaysAsItIs(String text) throws IOException {
        assertThat(read(text)).isEqualTo(text);
    }

    private String read(String text) throws IOException {
        return json.readValue(json.writeValueAsString(text), String.class);
    }
}
