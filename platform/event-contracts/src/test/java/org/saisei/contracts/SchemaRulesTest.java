package org.saisei.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaRulesTest {

    static Stream<String> types() {
        return Contracts.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySchemaIsClosedAndBoundedAndNamesNoIdentifierOfAPerson(String type) {
        assertThat(SchemaRules.violations(Contracts.schema(type))).isEmpty();
    }

    @Test
    void theHeadersAreClosedAndBoundedToo() {
        assertThat(SchemaRules.violations(Contracts.headersSchema())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "unbounded-string, '#/properties/reason: unbounded string'",
        "unbounded-string-behind-ref, '#/$defs/remarkless: unbounded string'",
        "unbounded-string-in-array, '#/properties/reasons/items: unbounded string'",
        "unbounded-string-beside-null, '#/properties/reason/anyOf/0: unbounded string'",
        "format-without-pattern, '#/properties/on: unbounded string'",
        "unanchored-pattern, '#/properties/code: unbounded string'",
        "too-long-string, '#/properties/code: unbounded string'",
        "no-type, '#/properties/anything: says no type'",
        "unclosed-object, '#/properties/ais: object is not closed'",
        "unclosed-root, '#: object is not closed'",
        "unbounded-array, '#/properties/codes: unbounded array'",
        "unbounded-number, '#/properties/telephony: unbounded number'",
        "reference-outside, '#/properties/subject: refers outside the file'",
        "identifying-name, '#/properties/patientName: identifying field name'",
        "identifying-birth-date, '#/properties/birthDate: identifying field name'",
        "identifying-record-number, '#/properties/patient/properties/medicalRecordNumber: identifying field name'",
        "identifying-insurance-number, '#/properties/insuranceNumber: identifying field name'",
        "identifying-address, '#/properties/home_address: identifying field name'",
        "identifying-phone, '#/properties/phone: identifying field name'",
    })
    void aSchemaThatLetsIdentityOrFreeTextThroughIsRefused(String planted, String violation) {
        JsonNode schema = Contracts.json("/planted/" + planted + ".schema.json");

        assertThat(SchemaRules.violations(schema)).containsExactly(violation);
    }

    @Test
    void aDefinitionThatSeveralSchemasCarryIsTheSameInAll() {
        Map<String, JsonNode> seen = new HashMap<>();
        for (String type : Contracts.types()) {
            Contracts.schema(type).path("$defs").properties().forEach(definition -> {
                JsonNode first = seen.putIfAbsent(definition.getKey(), definition.getValue());
                assertThat(definition.getValue())
                        .as("%s in %s", definition.getKey(), type)
                        .isEqualTo(first == null ? definition.getValue() : first);
            });
        }
        assertThat(seen).containsKeys("facilityId", "documentNumber", "date");
    }
}
