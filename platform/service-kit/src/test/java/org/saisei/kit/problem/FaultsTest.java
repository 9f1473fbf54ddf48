package org.saisei.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
    private static final String INNARDS = "relation \"secret\" does not exist";

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new IllegalStateException(INNARDS), 500),
                Arguments.of(new IllegalStateException(new SQLException(INNARDS, "42P01")), 500),
                Arguments.of(new IllegalStateException(new SQLException(INNARDS, "57P01")), 503),
                Arguments.of(new IllegalStateException(new SQLException(INNARDS, "08006")), 503),
                Arguments.of(new IllegalStateException(new SQLException(INNARDS, "23505")), 409));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsToldByWhatItMeansForTheCallerAndWithoutInnards(Throwable fault, int status) {
        var problem = Faults.tell(fault);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void aFaultCarriesTheTraceUnderWhichItIsLogged() {
        assertThat(Faults.tell(new IllegalStateException(INNARDS)).traceId()).isNotNull();
    }
}
