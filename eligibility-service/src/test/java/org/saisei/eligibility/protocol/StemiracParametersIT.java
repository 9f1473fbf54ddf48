package org.saisei.eligibility.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

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

/** Those of the guideline; how parameters change is shown by the toy's. */
@QuarkusTest
@WithRealParts
class StemiracParametersIT {
    private static final String PARAMETERS = "/protocols/STEMIRAC/parameters";

    @Test
    @Tag("S-P3")
    @Tag("S-N1")
    void everyParameterThatMayBeChangedCanBeToldOf() {
        List<Map<String, Object>> parameters = Hospital.as(Tokens.registrar())
                .get(PARAMETERS)
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
                            .post(PARAMETERS + "/" + parameter.get("code") + "/changes")
                            .statusCode())
                    .as(String.valueOf(parameter.get("code")))
                    .isEqualTo(201);
        }
        softly.assertAll();
        assertThat(parameters).hasSizeGreaterThan(10);
    }

    @Test
    @Tag("S-P9")
    void theFirstDayOfAGuideCannotBeAfterItsLast() {
        Hospital.as(Tokens.registrar())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("documentNumber", "G-1", "value", 55, "from", "2190-01-01", "reason", "理由がある"))
                .post(PARAMETERS + "/administrationInTrialFirstDay/changes")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/value"))
                .body("errors.rule", contains("FIRST_AFTER_LAST"))
                .body(
                        "errors[0].message",
                        containsString("on 2190-01-01 administrationInTrialFirstDay would be 55 and"
                                + " administrationInTrialLastDay 54"));
        Hospital.as(Tokens.registrar())
                .get(PARAMETERS)
                .then()
                .body(
                        "items.find { it.parameter.code == 'administrationInTrialFirstDay' }.history.value",
                        everyItem(not(equalTo(55))));
    }
}
