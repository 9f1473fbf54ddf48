package org.saisei.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @Test
    void keepsItsDataOverAnOrderlyStopAndOverACrash(@TempDir Path folder) throws SQLException {
        try (PostgresServer server = PostgresServer.start(folder, 0)) {
            ServiceDatabase database = server.createServiceDatabase("eligibility");
            execute(database, database.owner(), "CREATE TABLE kept (value int)");
            execute(database, database.owner(), "INSERT INTO kept VALUES (1)");

            server.restart();
            execute(database, database.owner(), "INSERT INTO kept VALUES (2)");
            server.stopImmediately();
            server.restart();

            assertThat(one(database, database.owner(), "SELECT sum(value) FROM kept"))
                    .isEqualTo("3");
        }
    }

    @Test
    void findsDatabasesAndPasswordsAgainWhenStartedAnewOnItsFolder(@TempDir Path folder) throws SQLException {
        ServiceDatabase before;
        try (PostgresServer server = PostgresServer.start(folder, 0)) {
            before = server.createServiceDatabase("registry");
            execute(before, before.owner(), "CREATE TABLE kept (value int)");
        }
        try (PostgresServer server = PostgresServer.start(folder, 0)) {
            ServiceDatabase again = server.createServiceDatabase("registry");

            assertThat(again.runtime().password()).isEqualTo(before.runtime().password());
            assertThat(one(again, again.owner(), "SELECT count(*) FROM kept")).isEqualTo("0");
        }
    }

    @Test
    void givesTheRuntimeRoleNoMoreThanItNeeds(@TempDir Path folder) throws SQLException {
        try (PostgresServer server = PostgresServer.start(folder, 0)) {
            ServiceDatabase database = server.createServiceDatabase("adverse_event");

            assertThat(one(database, database.runtime(), "SHOW lock_timeout")).isEqualTo("1s");
            assertThat(one(database, database.runtime(), "SHOW idle_in_transaction_session_timeout"))
                    .isEqualTo("2s");
            assertThat(one(database, database.sealer(), "SHOW lock_timeout")).isEqualTo("1s");
            assertThat(one(database, database.owner(), "SHOW lock_timeout")).isEqualTo("0");
            assertThatThrownBy(() -> execute(database, database.runtime(), "CREATE TABLE mine (value int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(database, database.runtime(), "CREATE TEMPORARY TABLE mine (value int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> database.connect(new ServiceDatabase.Login("adverse_event_owner", "guessed")))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsEveryServiceOutOfTheOthersDatabases(@TempDir Path folder) throws SQLException {
        try (PostgresServer server = PostgresServer.start(folder, 0)) {
            ServiceDatabase eligibility = server.createServiceDatabase("eligibility");
            ServiceDatabase registry = server.createServiceDatabase("registry");

            assertThatThrownBy(() -> registry.connect(eligibility.owner())).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> registry.connect(eligibility.runtime())).hasMessageContaining("permission denied");
            assertThat(one(eligibility, eligibility.owner(), "SHOW fsync")).isEqualTo("on");
        }
    }

    private static void execute(ServiceDatabase database, ServiceDatabase.Login login, String sql) throws SQLException {
        try (Connection connection = database.connect(login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(ServiceDatabase database, ServiceDatabase.Login login, String sql) throws SQLException {
        try (Connection connection = database.connect(login);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
