package org.saisei.kit.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** The golden examples of the contracts. */
final class Examples {
    private Examples() {}

    /** What such an event says, under the example's own key. */
    static JsonNode value(String type) {
        try (var in = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("contracts/" + type + ".example.json")) {
            return new ObjectMapper().readTree(in).get("value");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
