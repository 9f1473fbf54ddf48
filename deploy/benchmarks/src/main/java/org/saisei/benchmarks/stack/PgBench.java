package org.saisei.benchmarks.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.saisei.local.PostgresServer;
import org.saisei.local.ServiceDatabase;

/**
 * P1's peer: PostgreSQL's own load generator, one transaction of three inserts (a row of about 1 KB, an outbox row, an audit
 * row), in a database of its own on the same server, with the same durability.
 */
final class PgBench {
    private static final String PAYLOAD = "0123456789abcdef".repeat(56);
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("(?m)^number of failed transactions: ([0-9]+)");

    private final Path program;
    private final PostgresServer server;
    private final ServiceDatabase database;
    private final Path script;

    private PgBench(Path program, PostgresServer server, ServiceDatabase database, Path script) {
        this.program = program;
        this.server = server;
        this.database = database;
        this.script = script;
    }

    record Result(double perSecond, double cpuMillis) {}

    /** @param program as {@code deploy/benchmarks/run} found it */
    static PgBench prepare(Path program, PostgresServer server, Path folder) {
        var database = server.createServiceDatabase("pgbench");
        var script = folder.resolve("three-inserts.sql");
        try (var connection = database.connect(database.owner());
                var statement = connection.createStatement()) {
            statement.execute(resource("pgbench-tables.sql"));
            Files.writeString(script, resource("pgbench-three-inserts.sql"));
        } catch (SQLException e) {
            throw new IllegalStateException("pgbench's tables could not be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PgBench(program, server, database, script);
    }

    String version() {
        return Child.run(List.of(program.toString(), "--version"), Map.of())
                .output()
                .strip();
    }

    Result run(int clients, int seconds) {
        var child = Child.run(
                List.of(
                        program.toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--time=" + seconds,
                        "--define=payload=" + PAYLOAD,
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + server.port(),
                        "--username=" + database.owner().user(),
                        database.name()),
                Map.of("PGPASSWORD", database.owner().password()));
        if (number(FAILED, child.output()) > 0) {
            throw new IllegalStateException("transactions of pgbench failed:\n" + child.output());
        }
        return new Result(number(RATE, child.output()), child.cpuMillis());
    }

    private static double number(Pattern line, String output) {
        var found = line.matcher(output);
        if (!found.find()) {
            throw new IllegalStateException("pgbench did not print " + line + ":\n" + output);
        }
        return Double.parseDouble(found.group(1));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PgBench.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
