package org.saisei.systemtests.chaos.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.saisei.local.KafkaBroker;
import org.saisei.local.PostgresServer;
import org.saisei.stack.LocalStack;
import org.saisei.stack.ServiceName;
import org.saisei.stack.StackPorts;
import org.saisei.systemtests.Repository;
import org.saisei.systemtests.Rows;
import org.saisei.systemtests.Subscriptions;

/** All parts, each a process of its own. */
public final class Cluster implements AutoCloseable {
    private static final int REPLICAS = 2;

    private final LocalStack stack;
    private final List<Ways> ways = new ArrayList<>();
    private final Map<ServiceName, List<Replica>> replicas = new EnumMap<>(ServiceName.class);
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Cluster(LocalStack stack) {
        this.stack = stack;
    }

    /**
     * Starts all, and waits until all are ready.
     *
     * @param state folder for all that it keeps: data, logs, secrets
     */
    public static Cluster start(Path state) {
        var cluster = new Cluster(new LocalStack(Repository.root(), state, StackPorts.any()));
        try {
            cluster.start();
            return cluster;
        } catch (RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    private void start() {
        for (int i = 0; i < REPLICAS * ServiceName.values().length; i++) {
            ways.add(new Ways());
        }
        stack.startInfrastructure(ways.stream().map(way -> way.kafka.port()).toList());
        var free = new ArrayList<>(ways);
        for (var service : ServiceName.values()) {
            var started = new ArrayList<Replica>();
            for (int number = 1; number <= REPLICAS; number++) {
                started.add(start(service, number, free.removeFirst()));
            }
            replicas.put(service, List.copyOf(started));
        }
        replicas().forEach(Replica::revive);
    }

    private Replica start(ServiceName service, int number, Ways way) {
        way.database.forwardTo(postgres().port());
        way.kafka.forwardTo(kafka().portBehind(way.kafka.port()));
        var process = stack.start(
                service,
                number,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:" + way.database.port() + "/" + service.database(),
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "127.0.0.1:" + way.kafka.port()));
        way.http.forwardTo(process.port());
        return new Replica(process, way);
    }

    public List<Replica> replicas() {
        return Arrays.stream(ServiceName.values())
                .flatMap(service -> replicas(service).stream())
                .toList();
    }

    public List<Replica> replicas(ServiceName service) {
        return replicas.getOrDefault(service, List.of());
    }

    /** For who looks behind all of it. */
    public LocalStack processes() {
        return stack;
    }

    public PostgresServer postgres() {
        return stack.postgres();
    }

    public KafkaBroker kafka() {
        return stack.kafka();
    }

    /** @param facilityId null for roles without one */
    public String token(String role, @Nullable String facilityId) {
        return tokens.computeIfAbsent(
                role + " " + facilityId, who -> stack.tokens().token(role, facilityId, List.of()));
    }

    /** A connection past the proxies, as superuser; the caller closes it. */
    public Connection superuser(ServiceName service) throws SQLException {
        return postgres().superuser(service.database());
    }

    /** Rows of a query as superuser of the service's database, past the proxies. */
    public List<List<Object>> rows(ServiceName service, String sql, Object... parameters) throws SQLException {
        try (var connection = superuser(service)) {
            return Rows.of(connection, sql, parameters);
        }
    }

    public long number(ServiceName service, String sql, Object... parameters) throws SQLException {
        return ((Number) rows(service, sql, parameters).getFirst().getFirst()).longValue();
    }

    /** The topics that each service subscribes to. */
    public Map<ServiceName, Set<String>> topicsRead() {
        try {
            var subscriptions = Subscriptions.of(Repository.root());
            var read = new EnumMap<ServiceName, Set<String>>(ServiceName.class);
            for (var service : ServiceName.values()) {
                read.put(service, subscriptions.getOrDefault(service.folder(), Collections.emptySortedSet()));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Undoes whatever was done to it, and waits until every part is ready. */
    public void heal() {
        if (!postgres().process().isAlive()) {
            postgres().restart();
        }
        kafka().thaw();
        if (!kafka().process().isAlive()) {
            kafka().restart();
        }
        replicas().forEach(Replica::heal);
    }

    @Override
    public void close() {
        try {
            stack.close();
        } finally {
            ways.forEach(Ways::close);
        }
    }
}
