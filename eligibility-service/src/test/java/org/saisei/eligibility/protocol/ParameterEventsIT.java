package org.saisei.eligibility.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class ParameterEventsIT {

    @Test
    @Tag("S-P3")
    @Tag("S-N1")
    void everyParameterThatMayBeChangedCanBeToldOf() {
        List<Map<String, Object>> parameters = Hospital.as(Tokens.registrar())
                .get("/protocols/STEMIRAC/parameters")
                .path("items.parameter.findAll { it.changeable != null }");

        var softly = new SoftAssertions();
        for (var parameter : parameters) {
            // to what it is already, and from a day on which no other test looks
            var change = Map.of(
                    "documentNumber",
                    "EVT-" + UUID.randomUUID(),
                    "value",
                    parameter.get("defaultValue"),
                    "from",
                    "2199-01-01",
                    "reason",
                    "each can be told of");
            softly.assertThat(Hospital.as(Tokens.registrar())
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .body(change)
                            .post("/protocols/STEMIRAC/parameters/" + parameter.get("code") + "/changes")
                            .statusCode())
                    .as(String.valueOf(parameter.get("code")))
                    .isEqualTo(201);
        }
        softly.assertAll();
        assertThat(parameters).hasSizeGreaterThan(10);
    }
}
