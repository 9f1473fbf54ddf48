package org.saisei.kit.audit.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Proves a service's audit trail. Reads everything once, in one snapshot, holding a few thousand rows at a time; writers and
 * sealers go on meanwhile.
 */
public final class AuditVerifier {
    private AuditVerifier() {}

    /**
     * @param connection may select from {@code audit} and {@code audit_seal}, as the runtime and sealer roles may; its
     *     transaction is rolled back
     * @param heads exported by this service, in any order; empty to prove the chain in itself only
     */
    public static Report verify(Connection connection, List<Head> heads) throws SQLException {
        boolean byItself = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            connection.rollback();
            try (var settings = connection.createStatement()) {
                settings.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                settings.execute("SET LOCAL search_path = pg_catalog, public");
                // those of the service's roles are for requests
                settings.execute("SET LOCAL idle_in_transaction_session_timeout = '10min'");
                settings.execute("SET LOCAL statement_timeout = 0");
            }
            return new Verification(connection, heads).run();
        } finally {
            connection.rollback();
            connection.setAutoCommit(byItself);
        }
    }
}
