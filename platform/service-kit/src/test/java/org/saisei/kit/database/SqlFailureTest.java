package org.saisei.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureTest {

    @ParameterizedTest
    @CsvSource({
        "08006, TRANSIENT",
        "08001, TRANSIENT",
        "25006, TRANSIENT",
        "25P03, TRANSIENT",
        "25P02, OTHER",
        "40001, TRANSIENT",
        "40P01, TRANSIENT",
        "40002, OTHER",
        "53100, TRANSIENT",
        "53200, TRANSIENT",
        "53300, TRANSIENT",
        "55P03, TRANSIENT",
        "55000, OTHER",
        "57P01, TRANSIENT",
        "57P03, TRANSIENT",
        "57014, OTHER",
        "58030, TRANSIENT",
        "23505, CONFLICT",
        "23503, OTHER",
        "42P01, OTHER",
        "XX000, OTHER"
    })
    void aStateOfTheDatabaseIsWaitedForAndAFaultOfAStatementIsNot(String state, SqlFailure meaning) {
        assertThat(SqlFailure.of(new IllegalStateException(new SQLException("secret", state))))
                .isEqualTo(meaning);
    }

    @Test
    void aFailedCommitIsKnownByWhatTheTransactionManagerHangsOnIt() {
        var met = new XAException("commit");
        met.initCause(new SQLException("cut", "08006"));
        var failed = new RollbackException("could not commit");
        failed.addSuppressed(met);

        var fault = new IllegalStateException(failed);

        assertThat(SqlFailure.of(fault)).isEqualTo(SqlFailure.TRANSIENT);
        assertThat(SqlFailure.atCommit(fault)).isTrue();
        assertThat(SqlFailure.brief(fault)).isEqualTo("SQLException 08006");
    }

    @Test
    void aStatementThatFailsIsNotACommitThatDoes() {
        assertThat(SqlFailure.atCommit(new IllegalStateException(new SQLException("cut", "08006"))))
                .isFalse();
    }
}
