package org.saisei.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Request bodies as they are written. Dates are given as text. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An object of names and values by turns; a value may be another such map. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    static JsonNode tree(Map<String, Object> fields) {
        return MAPPER.valueToTree(fields);
    }

    /** The texts of that field in a list of objects, e.g. all criteria of a list of verdicts. */
    static List<String> texts(JsonNode list, String field) {
        return list.findValuesAsText(field);
    }
}
