package org.saisei.local;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL 18 on the loopback interface, with {@code fsync} on and passwords asked for.
 *
 * <p>Data, passwords and log stay in its folder, so a later start finds everything as it was. Only one server at a time
 * runs on a folder. Not for Windows.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z_]{0,39}");
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final Path folder;
    private final int port;
    private final Secrets secrets;
    private final Path programs;
    private ManagedProcess process;

    private PostgresServer(Path folder, int port) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.secrets = new Secrets(this.folder.resolve("secrets"));
        this.programs = PostgresBinaries.folder();
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
        this.process = launch();
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param folder holds the server's data; created when missing or empty
     * @param port 0 for any free one
     */
    public static PostgresServer start(Path folder, int port) {
        return new PostgresServer(folder, port == 0 ? Ports.free() : port);
    }

    public int port() {
        return port;
    }

    /** The server's process, for its log and to wait for its end. */
    public ManagedProcess process() {
        return process;
    }

    /** The JDBC address of a database; it holds no password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection as the superuser, for tests that look behind the roles' rights; the caller closes it. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", secrets.password("postgres"));
    }

    /**
     * Creates a service's database and its roles {@code <name>_owner}, {@code <name>_runtime} and
     * {@code <name>_sealer}, or sets their rights anew where they exist; data is left alone.
     *
     * @param name lower-case letters and underscores, at most 40
     */
    public ServiceDatabase createServiceDatabase(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        ServiceDatabase database = new ServiceDatabase(
                name, jdbcUrl(name), login(name, "owner"), login(name, "runtime"), login(name, "sealer"));
        try (Connection server = superuser("postgres")) {
            runScript(server, "database-roles.sql", database);
            if (!exists(server, name)) {
                execute(server, "CREATE DATABASE " + name + " OWNER " + name + "_owner");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " could not be created", e);
        }
        try (Connection inside = superuser(name)) {
            runScript(inside, "database-rights.sql", database);
        } catch (SQLException e) {
            throw new IllegalStateException("The rights on database " + name + " could not be set", e);
        }
        return database;
    }

    /** Stops orderly, ending open connections. */
    public void stop() {
        process.stop(STOP_PATIENCE);
    }

    /** Stops as in a crash: nothing is written out, and the next start recovers from the log of changes. */
    public void stopImmediately() {
        process.signal("QUIT");
        process.stop(STOP_PATIENCE);
    }

    /** Stops if running, and starts on the same data and port. */
    public void restart() {
        if (process.isAlive()) {
            stop();
        }
        process = launch();
    }

    @Override
    public void close() {
        stop();
    }

    private ServiceDatabase.Login login(String name, String role) {
        String user = name + "_" + role;
        return new ServiceDatabase.Login(user, secrets.password(user));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("postgresql.log");
    }

    private void initialise() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        secrets.password("postgres");
        List<String> command = program("initdb");
        command.addAll(List.of(
                "--pgdata=" + data(),
                "--username=postgres",
                "--pwfile=" + folder.resolve("secrets").resolve("postgres"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        ManagedProcess initdb = ManagedProcess.start("initdb", command, Map.of(), log());
        initdb.onExit().join();
        if (initdb.exitCode() != 0) {
            throw new IllegalStateException(
                    "PostgreSQL could not make its data folder:\n" + String.join("\n", initdb.lastLogLines(15)));
        }
    }

    private ManagedProcess launch() {
        List<String> command = program("postgres");
        command.addAll(List.of("-D", data().toString(), "-p", Integer.toString(port)));
        Map<String, String> settings = new HashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("max_connections", "300");
        settings.put("shared_buffers", "64MB");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // An error's detail quotes the row, and a row may hold what no log may hold.
        settings.put("log_error_verbosity", "terse");
        settings.put("log_min_error_statement", "panic");
        settings.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        ManagedProcess started = ManagedProcess.start("PostgreSQL", command, Map.of(), log(), "INT");
        Waiting.until(START_PATIENCE, started, () -> {
            try (Connection connection = superuser("postgres")) {
                return connection.isValid(5);
            }
        });
        return started;
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it sees another user, with no rights lost. */
    private List<String> program(String name) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            if (!LinuxUtils.isUnshareAvailable()) {
                throw new IllegalStateException(
                        "PostgreSQL does not run as root, and 'unshare -U' is not available here; use another user");
            }
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(name).toString());
        return command;
    }

    private static boolean exists(Connection server, String database) throws SQLException {
        try (PreparedStatement query = server.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void runScript(Connection connection, String script, ServiceDatabase database) throws SQLException {
        String text;
        try (InputStream in = Objects.requireNonNull(PostgresServer.class.getResourceAsStream("/saisei/" + script))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute(
                connection,
                text.replace("${name}", database.name())
                        .replace("${ownerPassword}", database.owner().password())
                        .replace("${runtimePassword}", database.runtime().password())
                        .replace("${sealerPassword}", database.sealer().password()));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
