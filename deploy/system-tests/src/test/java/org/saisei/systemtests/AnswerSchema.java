package org.saisei.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;

/** What an operation's OpenAPI description says of one of its answers. */
final class AnswerSchema {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Operation operation;
    private final JsonNode described;
    private final Schema schema;

    AnswerSchema(Operation operation, int status) {
        this.operation = operation;
        this.described = operation.answerSchema(status);
        if (!described.isObject()) {
            throw new AssertionError(operation + " does not say what its answer " + status + " holds");
        }
        ObjectNode root = described.deepCopy();
        root.set("components", operation.document().path("components"));
        this.schema = SCHEMAS.getSchema(root);
    }

    /** Where the answer breaks its schema, has a field that the schema does not name, or leaves out what it says may be null. */
    List<String> violations(JsonNode answer) {
        var found = new ArrayList<String>();
        schema.validate(answer).forEach(error -> found.add(error.toString()));
        undescribed(described, answer, "", found);
        return found;
    }

    private void undescribed(JsonNode description, JsonNode value, String place, List<String> found) {
        var resolved = operation.resolve(description);
        if (value.isArray()) {
            value.forEach(item -> undescribed(resolved.path("items"), item, place + "/*", found));
        } else if (value.isObject() && resolved.has("properties")) {
            resolved.path("properties").properties().forEach(property -> {
                if (property.getValue().path("type").toString().contains("\"null\"") && !value.has(property.getKey())) {
                    found.add(place + "/" + property.getKey() + " is left out, and described as null");
                }
            });
            value.properties().forEach(field -> {
                var property = resolved.path("properties").path(field.getKey());
                if (property.isMissingNode() && !resolved.has("additionalProperties")) {
                    found.add(place + "/" + field.getKey() + " is not described");
                }
                undescribed(property, field.getValue(), place + "/" + field.getKey(), found);
            });
        }
    }
}
