package org.saisei.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDaysTest {

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2024-02-29", "2199-12-31"})
    void aDayOfThreeCenturiesIsOne(String text) {
        assertThat(RequestDays.parse(text)).hasToString("Optional[" + text + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31",
                "2200-01-01",
                "+999999999-12-31",
                "-999999999-01-01",
                "2026-02-29",
                "2026-2-1",
                "２０２６-01-01",
                "2026-01-01Z",
                ""
            })
    void anythingElseIsNone(String text) {
        assertThat(RequestDays.parse(text)).isEmpty();
    }
}
