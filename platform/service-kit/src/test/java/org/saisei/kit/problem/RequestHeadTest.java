package org.saisei.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {

    @ParameterizedTest
    @CsvSource({
        "/things/%ZZ, path:, FORMAT",
        "/things/%4, path:, FORMAT",
        "/things;v=2, path:, UNKNOWN_PARAMETER",
        "/things/1;v=2/parts, path:, UNKNOWN_PARAMETER",
        "/things?on=%ZZ, query:, FORMAT",
        "/things?on=2026%, query:, FORMAT"
    })
    void aRequestLineThatTwoReadersCouldUnderstandDifferentlyIsRefused(String target, String pointer, String rule) {
        assertThat(RequestHead.inLine(target)).hasValueSatisfying(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.rule()).isEqualTo(rule);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things",
                "/things/%E6%82%A3",
                "/things?on=2026-05-01&limit=5",
                "/things?after=a;b",
                "/things?on=%3B%25",
                "*"
            })
    void anyOtherIsReadOn(String target) {
        assertThat(RequestHead.inLine(target)).isEmpty();
    }

    @Test
    void moreParametersThanAnyOperationKnowsAreNotCounted() {
        assertThat(RequestHead.inLine("/things?" + "a=1&".repeat(39) + "a=1")).isEmpty();
        assertThat(RequestHead.inLine("/things?" + "a=1&".repeat(40) + "a=1"))
                .hasValueSatisfying(fault -> assertThat(fault.rule()).isEqualTo("TOO_MANY"));
    }
}
