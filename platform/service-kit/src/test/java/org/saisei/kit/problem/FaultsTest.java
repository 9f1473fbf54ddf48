package org.saisei.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
    private static final String INNARDS = "relation \"secret\" does not exist";
    private static final Call MADE = new Call("makeThing", Call.Effect.ONCE);

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
        var problem = Faults.tell(fault, MADE);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void aFaultCarriesTheTraceUnderWhichItIsLogged() {
        assertThat(Faults.tell(new IllegalStateException(INNARDS), MADE).traceId())
                .isNotNull();
    }

    @Test
    void ofARequestWhoseCommitFailedNobodyKnowsWhetherItWasRecorded() {
        var problem = Faults.tell(failedCommit(), MADE);

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.detail()).contains("not known whether", "same Idempotency-Key");
    }

    @Test
    void ofARequestWhoseStatementFailedNothingWasRecorded() {
        assertThat(Faults.tell(new IllegalStateException(new SQLException(INNARDS, "53100")), MADE)
                        .detail())
                .isEqualTo("Nothing was recorded.");
    }

    @Test
    void aFaultOfOursMayLieBehindTheCommit() {
        assertThat(Faults.tell(new IllegalStateException(INNARDS), MADE).detail())
                .contains("not known whether", "same Idempotency-Key");
    }

    @Test
    void whoeverHasNoKeyLooksFirst() {
        assertThat(Faults.tell(failedCommit(), new Call("changeThing", Call.Effect.EACH_TIME))
                        .detail())
                .contains("not known whether", "Read what is there");
    }

    @Test
    void whoeverReadsIsToldNothingOfRecording() {
        assertThat(Faults.tell(failedCommit(), new Call("readThing", Call.Effect.NONE))
                        .detail())
                .isNull();
    }

    /** As the transaction manager tells it. */
    private static Throwable failedCommit() {
        var met = new XAException("commit");
        met.initCause(new SQLException(INNARDS, "08006"));
        var failed = new RollbackException("could not commit");
        failed.addSuppressed(met);
        return new IllegalStateException(failed);
    }
}
