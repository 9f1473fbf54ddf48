package org.saisei.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What a line of the log says where a connection is refused for its certificate. */
class DistrustTest {
    @Test
    void anEndedCertificateIsNamed() {
        var handshake = new SSLHandshakeException("PKIX path validation failed");
        handshake.initCause(new CertPathValidatorException(
                "validity check failed", new CertificateExpiredException("NotAfter: Sun Nov 22 19:43:12 UTC 2026")));

        assertThat(SqlFailure.brief(new IllegalStateException(new SQLException("SSL error", "08006", handshake))))
                .isEqualTo("SQLException 08006 (CertificateExpiredException: NotAfter: Sun Nov 22 19:43:12 UTC 2026)");
    }

    @Test
    void ofAnyOtherFailureTheMessageIsNotRepeated() {
        assertThat(SqlFailure.brief(new SQLException("Key (name)=(山田) exists", "23505", new Exception("山田"))))
                .isEqualTo("SQLException 23505");
    }
}
