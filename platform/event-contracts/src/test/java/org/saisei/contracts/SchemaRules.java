package org.saisei.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a schema must keep to so that no free text and no identity can pass through an event: every object closed, every
 * string an enum or an anchored pattern with a length, every array and number bounded, no field named after an
 * identifier of a person.
 *
 * <p>{@code if}, {@code then}, {@code else}, {@code not} and {@code allOf} are not followed: beside a closed object they
 * can only narrow.
 */
final class SchemaRules {
    static final int LONGEST_STRING = 200;

    /** Words of a field name, as its camelCase is split. {@code preferredTerm} and {@code protocolVersion} pass. */
    private static final Set<String> IDENTIFYING = Set.of(
            "name",
            "kanji",
            "kana",
            "initials",
            "birth",
            "birthday",
            "dob",
            "address",
            "street",
            "postal",
            "zip",
            "phone",
            "telephone",
            "tel",
            "mobile",
            "fax",
            "mail",
            "email",
            "record",
            "insurance",
            "insured",
            "narrative",
            "verbatim",
            "text",
            "comment",
            "remark",
            "remarks",
            "note",
            "notes",
            "description");

    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[-_.]");

    private final JsonNode root;
    private final List<String> violations = new ArrayList<>();
    private final Set<String> followed = new HashSet<>();

    private SchemaRules(JsonNode root) {
        this.root = root;
    }

    /** Each violation as {@code <place>: <what>}; empty if the schema keeps to the rules. */
    static List<String> violations(JsonNode schema) {
        var rules = new SchemaRules(schema);
        rules.check(schema, "#");
        return rules.violations;
    }

    private void check(JsonNode schema, String place) {
        if (schema.has("$ref")) {
            follow(schema.path("$ref").asText(), place);
            return;
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                int i = 0;
                for (JsonNode alternative : schema.path(choice)) {
                    check(alternative, place + "/" + choice + "/" + i++);
                }
                return;
            }
        }
        if (schema.has("enum") || schema.has("const")) {
            return;
        }
        List<String> types = typesOf(schema);
        if (types.isEmpty()) {
            violations.add(place + ": says no type");
        }
        for (String type : types) {
            switch (type) {
                case "object" -> checkObject(schema, place);
                case "array" -> checkArray(schema, place);
                case "string" -> checkString(schema, place);
                case "number", "integer" -> checkNumber(schema, place);
                case "boolean", "null" -> {}
                default -> violations.add(place + ": unknown type " + type);
            }
        }
    }

    private void follow(String reference, String place) {
        if (!reference.startsWith("#/$defs/")) {
            violations.add(place + ": refers outside the file");
            return;
        }
        JsonNode target = root.at(reference.substring(1));
        if (target.isMissingNode()) {
            violations.add(place + ": refers to nothing");
        } else if (followed.add(reference)) {
            check(target, reference);
        }
    }

    private static List<String> typesOf(JsonNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else if (type.isTextual()) {
            types.add(type.asText());
        }
        return types;
    }

    private void checkObject(JsonNode schema, String place) {
        JsonNode additional = schema.path("additionalProperties");
        if (!additional.isBoolean() || additional.asBoolean()) {
            violations.add(place + ": object is not closed");
        }
        if (schema.has("patternProperties")) {
            violations.add(place + ": object is not closed");
        }
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            for (String word : WORDS.split(name)) {
                if (IDENTIFYING.contains(word.toLowerCase(Locale.ROOT))) {
                    violations.add(place + "/properties/" + name + ": identifying field name");
                }
            }
            check(property.getValue(), place + "/properties/" + name);
        });
    }

    private void checkArray(JsonNode schema, String place) {
        if (!schema.has("maxItems")) {
            violations.add(place + ": unbounded array");
        }
        if (schema.has("prefixItems")) {
            violations.add(place + ": prefixItems are not checked; use items");
        }
        check(schema.path("items"), place + "/items");
    }

    private void checkString(JsonNode schema, String place) {
        int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        String pattern = schema.path("pattern").asText("");
        if (longest > LONGEST_STRING || !pattern.startsWith("^") || !pattern.endsWith("$")) {
            violations.add(place + ": unbounded string");
        }
    }

    private void checkNumber(JsonNode schema, String place) {
        boolean below = schema.has("minimum") || schema.has("exclusiveMinimum");
        boolean above = schema.has("maximum") || schema.has("exclusiveMaximum");
        if (!below || !above) {
            violations.add(place + ": unbounded number");
        }
    }
}
