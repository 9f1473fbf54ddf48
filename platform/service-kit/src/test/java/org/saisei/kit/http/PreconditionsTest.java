package org.saisei.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.http.Preconditions.Expected;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.ProblemException;

class PreconditionsTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 10, 999_999_999_999_999_999L})
    void aVersionIsNamedByItsTag(long version) {
        assertThat(Preconditions.parse(Preconditions.etag(version), null)).isEqualTo(new Expected.Version(version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"01\"",
                "\"+1\"",
                "\"1.0\"",
                "\"\"",
                "W/\"1\"",
                "\"abc\"",
                "\"1\", \"2\"",
                "\"9999999999999999999\""
            })
    void aTagThatNobodyWasGivenMatchesNothing(String tag) {
        assertThat(Preconditions.parse(tag, null)).isEqualTo(new Expected.Unmatchable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "*", "", "'1'", "\"1", "\"1\"2", "\"1\",", "w/\"1\"", "“1”"})
    void whatIsNoTagIsRefusedWithTheForm(String header) {
        var refused = catchThrowableOfType(ProblemException.class, () -> Preconditions.parse(header, null));

        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().errors())
                .containsExactly(new FieldError(
                        "header:If-Match",
                        "FORMAT",
                        "must be the ETag as it was read, within its quotation marks, such as \"3\""));
    }

    @Test
    void whatMustNotBeThereYetHasNoTag() {
        assertThat(Preconditions.parse(null, "*")).isEqualTo(new Expected.Create());
        assertThat(catchThrowableOfType(ProblemException.class, () -> Preconditions.parse(null, "\"1\""))
                        .problem()
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("header:If-None-Match");
    }
}
