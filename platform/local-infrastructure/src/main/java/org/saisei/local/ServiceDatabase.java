package org.saisei.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One service's database and the three roles that may connect to it.
 *
 * @param owner runs migrations; no timeouts
 * @param runtime what the service connects as: idle transactions end after 2 s, lock waits after 1 s
 * @param sealer seals audit history; the same timeouts
 */
public record ServiceDatabase(String name, String jdbcUrl, Login owner, Login runtime, Login sealer) {

    /** A database role that may connect, with its password. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /** A new connection; the caller closes it. */
    public Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, login.user(), login.password());
    }
}
