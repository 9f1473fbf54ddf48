package org.saisei.kit.audit.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.saisei.kit.audit.verify.AuditVerifier;
import org.saisei.kit.audit.verify.Block;
import org.saisei.kit.audit.verify.Finding;
import org.saisei.kit.audit.verify.Head;
import org.saisei.kit.audit.verify.Report;
import org.saisei.local.PostgresServer;
import org.saisei.local.ServiceDatabase;

/** An audit trail in a database of its own, sealed when the test says so; all on one server, which has no service. */
record Trail(PostgresServer server, ServiceDatabase roles, String database) {
    static final String SERVICE = "kit-test";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Gives each test a trail that is empty. */
    static final class Provider implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Trail.class;
        }

        @Override
        public Trail resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Trail.class))
                    .getOrComputeIfAbsent(Empty.class)
                    .copy();
        }
    }

    /** The server, and the database that the others are copies of. */
    static final class Empty implements AutoCloseable {
        private final Path folder;
        private final Trail trail;

        Empty() {
            try {
                folder = java.nio.file.Files.createTempDirectory("saisei-trail");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            trail = migrated(PostgresServer.start(folder, 0));
        }

        Trail copy() {
            return trail.copy();
        }

        @Override
        public void close() throws IOException {
            trail.server().stopImmediately();
            delete(folder);
        }
    }

    static Trail migrated(PostgresServer server) {
        var roles = server.createServiceDatabase("trail");
        var flyway = Flyway.configure()
                .dataSource(roles.jdbcUrl(), roles.owner().user(), roles.owner().password())
                .locations("classpath:db/kit")
                .placeholders(Map.of(
                        "runtime", roles.runtime().user(),
                        "sealer", roles.sealer().user()));
        // as in a service: an index built concurrently waits for every transaction, that of a lock included
        flyway.getPluginRegister()
                .getPlugin(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        flyway.load().migrate();
        return new Trail(server, roles, roles.name());
    }

    static void delete(Path folder) throws IOException {
        try (var files = java.nio.file.Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** A copy of the database on the same server, as it is. */
    Trail copy() {
        var name = "trail_" + NUMBER.incrementAndGet();
        try (var connection = server.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + database + " OWNER "
                    + roles.owner().user());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Trail(server, roles, name);
    }

    Connection connect(ServiceDatabase.Login login) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), login.user(), login.password());
    }

    Connection runtime() throws SQLException {
        return connect(roles.runtime());
    }

    /** Adds rows, each in a transaction of its own. */
    void write(int rows) throws SQLException {
        try (var connection = runtime()) {
            for (int i = 0; i < rows; i++) {
                write(connection, "row " + i);
            }
        }
    }

    /** Every column that may be empty is not. */
    static void write(Connection connection, String reason) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO audit (id, kind, actor, client, roles, facility_id, action, resource, resource_ids, reason, query,
                                   before, after, trace_id)
                VALUES (gen_random_uuid(), 'WRITE', 'physician', 'clinic', '{hospital}', 'F-1', 'recordThing', 'thing', '{T-1}',
                        ?, 'limit=5', '{"weightKg": 1.50}', '{"weightKg": 1.5}', '0af7651916cd43dd8448eb211c80319c')
                """)) {
            statement.setString(1, reason);
            statement.executeUpdate();
        }
    }

    /** Rows on record, none of them sealed. */
    Trail written(int rows) throws SQLException {
        write(rows);
        return this;
    }

    /** Three blocks of three rows each. */
    Trail sealedInThreeBlocks() throws SQLException {
        for (int block = 0; block < 3; block++) {
            write(3);
            seal();
        }
        return this;
    }

    Optional<Block> seal() throws SQLException {
        return seal(4_000).map(Sealing.Sealed::block);
    }

    Optional<Sealing.Sealed> seal(int most) throws SQLException {
        try (var connection = connect(roles.sealer())) {
            connection.setAutoCommit(false);
            return Sealing.next(connection, most);
        }
    }

    /** What the service would have told the world by now. */
    Head head() throws SQLException {
        try (var connection = runtime();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT " + Block.COLUMNS + " FROM audit_seal ORDER BY audit_seal.number DESC LIMIT 1")) {
            row.next();
            var block = Block.read(row);
            return new Head(SERVICE, block.number(), block.hash(), block.origin(), block.rows(), block.sealedAt());
        }
    }

    Report report(Head... heads) throws SQLException {
        try (var connection = runtime()) {
            return AuditVerifier.verify(connection, List.of(heads));
        }
    }

    List<Finding> findings(Head... heads) throws SQLException {
        return report(heads).findings();
    }

    /** As somebody who may do everything, past the triggers. */
    void tamper(String... statements) throws SQLException {
        try (var connection = server.superuser(database);
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    List<String> texts(String sql) throws SQLException {
        try (var connection = server.superuser(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }
}
