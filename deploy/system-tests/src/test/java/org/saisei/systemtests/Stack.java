package org.saisei.systemtests;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.saisei.stack.LocalStack;
import org.saisei.stack.ServiceName;
import org.saisei.stack.ServiceProcess;
import org.saisei.stack.StackPorts;

/** The packaged services as separate processes with their own PostgreSQL and Kafka, as an operator runs them. */
final class Stack implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalStack processes;
    private final Map<ServiceName, ServiceProcess> first = new EnumMap<>(ServiceName.class);

    private final Map<ServiceName, Counter> counters = new ConcurrentHashMap<>();

    private Stack(LocalStack processes) {
        this.processes = processes;
    }

    /** Starts infrastructure and one replica of each service, and waits for all. */
    static Stack start(String name) {
        return start(name, Map.of());
    }

    /** As {@link #start(String)}, with environment variables for every service, which win over the stack's own. */
    static Stack start(String name, Map<String, String> environment) {
        return start(name, environment, processes -> {});
    }

    /** As {@link #start(String)}, with something done beforehand, such as to {@link LocalStack#use another build}. */
    static Stack startAfter(String name, Consumer<LocalStack> first) {
        return start(name, Map.of(), first);
    }

    private static Stack start(String name, Map<String, String> environment, Consumer<LocalStack> first) {
        var state =
                Repository.root().resolve("deploy/system-tests/target/stacks").resolve(name + "-" + System.nanoTime());
        var stack = new Stack(new LocalStack(Repository.root(), state, StackPorts.any()));
        first.accept(stack.processes);
        stack.processes.startInfrastructure();
        for (var service : ServiceName.values()) {
            stack.first.put(service, stack.processes.start(service, 1, environment));
        }
        stack.first.values().forEach(service -> service.awaitReady(PATIENCE));
        return stack;
    }

    /** As {@link #start(String, Map)}, with tokens from Keycloak, which is frozen until its {@code thaw}. */
    static Stack startBeforeKeycloak(String name, Map<String, String> environment) {
        return start(
                name,
                environment,
                processes -> processes.startKeycloak().process().freeze());
    }

    LocalStack processes() {
        return processes;
    }

    ServiceProcess service(ServiceName name) {
        return first.get(name);
    }

    ServiceProcess startReplica(ServiceName name, int replica) {
        var process = processes.start(name, replica);
        process.awaitReady(PATIENCE);
        return process;
    }

    /** From now on callers of the service are sent to this one. */
    void replace(ServiceName name, ServiceProcess replica) {
        first.put(name, replica);
    }

    Caller caller(ServiceName name, String role, String facilityId) {
        return new Caller(() -> service(name).uri(), processes.issuer().token(role, facilityId, List.of()));
    }

    /** One who is limited to some protocols. */
    Caller limited(ServiceName name, String role, String facilityId, String... protocols) {
        return new Caller(() -> service(name).uri(), processes.issuer().token(role, facilityId, List.of(protocols)));
    }

    Caller hospital(ServiceName name, String facilityId) {
        return caller(name, "hospital", facilityId);
    }

    /** The same caller at another replica. */
    Caller at(ServiceProcess replica, String role, String facilityId) {
        URI uri = replica.uri();
        return new Caller(() -> uri, processes.tokens().token(role, facilityId, List.of()));
    }

    /** Rows of a query as superuser of the service's database. */
    List<List<Object>> rows(ServiceName name, String sql, Object... parameters) {
        try (var connection = processes.postgres().superuser(name.database())) {
            return Rows.of(connection, sql, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(ServiceName name, String sql, Object... parameters) {
        return ((Number) rows(name, sql, parameters).getFirst().getFirst()).longValue();
    }

    /** As superuser of the service's database; returns the number of rows changed. */
    int change(ServiceName name, String sql) {
        try (var connection = processes.postgres().superuser(name.database());
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts over one connection that stays open; for tests that look often. */
    final class Counter {
        private final java.sql.Connection connection;

        private Counter(java.sql.Connection connection) {
            this.connection = connection;
        }

        long count(String sql) {
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    Counter counter(ServiceName name) {
        return counters.computeIfAbsent(name, service -> {
            try {
                return new Counter(processes.postgres().superuser(service.database()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public void close() {
        processes.close();
    }
}
