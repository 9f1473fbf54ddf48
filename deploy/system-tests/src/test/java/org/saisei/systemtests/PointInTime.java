package org.saisei.systemtests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.saisei.local.PostgresServer;

/**
 * Backup and point-in-time recovery of a stack's PostgreSQL, as its manual has an operator do them: a base backup of the
 * running server, and another server that replays its log of changes onto that. The log is kept where it is written: to archive
 * it the server would have to be restarted under the services.
 */
final class PointInTime {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of the running server alone. */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "pg_wal");

    private final PostgresServer server;
    private final Path folder;
    private final Path log;
    private final Path base;

    /** Has the server keep its log, and takes a base backup. */
    PointInTime(Stack stack) {
        server = stack.processes().postgres();
        folder = stack.processes().logs().resolveSibling("postgresql");
        log = folder.resolve("data/pg_wal");
        base = folder.resolveSibling("base-backup");
        execute("ALTER SYSTEM SET wal_keep_size = '1GB'");
        execute("SELECT pg_reload_conf()");
        backUp();
    }

    /** A moment to go back to, as the server writes it. */
    String now() {
        return value("SELECT clock_timestamp()::text");
    }

    /** Another server as this one was at the moment; this one goes on. */
    PostgresServer recover(String moment) {
        execute("SELECT pg_switch_wal()");
        var copy = made(folder.resolveSibling("restored"));
        try {
            Files.move(base, copy.resolve("data"));
            copy(folder.resolve("secrets"), copy.resolve("secrets"));
            Files.writeString(
                    copy.resolve("data/postgresql.auto.conf"), """
                    restore_command = 'cp "%s/%%f" "%%p"'
                    recovery_target_time = '%s'
                    recovery_target_action = 'promote'
                    """.formatted(log, moment), StandardOpenOption.APPEND);
            Files.createFile(copy.resolve("data/recovery.signal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var recovered = PostgresServer.start(copy, 0);
        await("recovered")
                .atMost(PATIENCE)
                .until(() -> value(recovered, "SELECT pg_is_in_recovery()::text"), "false"::equals);
        return recovered;
    }

    private void backUp() {
        try (var connection = server.superuser("postgres")) {
            value(connection, "SELECT pg_backup_start('for the test', true)::text");
            copy(folder.resolve("data"), base);
            Files.createDirectory(base.resolve("pg_wal"));
            Files.setPosixFilePermissions(
                    base.resolve("pg_wal"), Files.getPosixFilePermissions(folder.resolve("data/pg_wal")));
            Files.writeString(
                    base.resolve("backup_label"), value(connection, "SELECT labelfile FROM pg_backup_stop(false)"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that goes away meanwhile is none that recovery needs. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (NOT_COPIED.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.copy(directory, to.resolve(from.relativize(directory)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!NOT_COPIED.contains(file.getFileName().toString())) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = server.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String value(String sql) {
        return value(server, sql);
    }

    private static String value(PostgresServer server, String sql) {
        try (var connection = server.superuser("postgres")) {
            return value(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
