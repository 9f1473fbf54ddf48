package org.saisei.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saisei.local.KafkaBroker;
import org.saisei.local.KeycloakServer;
import org.saisei.local.KeycloakTokens;
import org.saisei.local.LocalTokens;
import org.saisei.local.PostgresServer;
import org.saisei.local.Secrets;
import org.saisei.local.ServiceDatabase;
import org.saisei.local.TokenIssuer;

/**
 * PostgreSQL, Kafka and any number of replicas of the packaged services, each a process of its own on loopback.
 *
 * <p>All state (data, logs, secrets, the key that signs tokens) is in one folder and is found again by the next start.
 */
public final class LocalStack implements AutoCloseable {

    private final Path repository;
    private final Path state;
    private final StackPorts ports;
    /** Empty: where the whole stack shares one small machine. */
    private final Optional<List<String>> javaOptions;

    private final Secrets secrets;
    private final LocalTokens tokens;
    private final Map<ServiceName, ServiceDatabase> databases = new EnumMap<>(ServiceName.class);
    private final Map<ServiceName, Path> builds = new EnumMap<>(ServiceName.class);
    private final List<ServiceProcess> services = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable PostgresServer postgres;
    private volatile @Nullable KafkaBroker kafka;
    private volatile @Nullable KeycloakServer keycloak;
    private volatile TokenIssuer issuer;

    /**
     * Starts nothing yet.
     *
     * @param repository the root of a checkout in which the services are packaged
     * @param state the folder for everything that is kept; created when missing
     */
    public LocalStack(Path repository, Path state, StackPorts ports) {
        this(repository, state, ports, Optional.empty());
    }

    /**
     * As {@link #LocalStack(Path, Path, StackPorts)}, for services and a broker that are measured as operators run them.
     *
     * @param javaOptions each one's heap, collector and compiler
     */
    public LocalStack(Path repository, Path state, StackPorts ports, List<String> javaOptions) {
        this(repository, state, ports, Optional.of(List.copyOf(javaOptions)));
    }

    private LocalStack(Path repository, Path state, StackPorts ports, Optional<List<String>> javaOptions) {
        this.javaOptions = javaOptions;
        this.repository = repository.toAbsolutePath().normalize();
        this.state = state.toAbsolutePath().normalize();
        this.ports = ports;
        this.secrets = new Secrets(secretsFolder(this.state));
        this.tokens = LocalTokens.in(secretsFolder(this.state));
        this.issuer = this.tokens;
    }

    /** Where a stack with that state folder keeps its secrets, the signing key of tokens among them. */
    static Path secretsFolder(Path state) {
        return state.resolve("secrets");
    }

    /** Where a stack with that state folder keeps the passwords of the database's roles. */
    static Path databaseSecrets(Path state) {
        return state.resolve("postgresql").resolve("secrets");
    }

    /** Where the replicas of a service leave the heads of its audit trail. */
    public static Path headFile(Path state, ServiceName service) {
        return state.resolve("audit-heads").resolve(service.folder() + ".jsonl");
    }

    /** As {@link #headFile(Path, ServiceName)}, of this stack. */
    public Path headFile(ServiceName service) {
        return headFile(state, service);
    }

    /** Starts PostgreSQL with each service's database and roles, and Kafka with all topics; waits for both. */
    public void startInfrastructure() {
        startInfrastructure(List.of());
    }

    /**
     * As {@link #startInfrastructure()}, with proxies in front of Kafka.
     *
     * @param kafkaProxies the ports they listen on; see {@link KafkaBroker#startBehind}
     */
    public void startInfrastructure(List<Integer> kafkaProxies) {
        int postgresPort = ports.choose("PostgreSQL", StackPorts.POSTGRESQL);
        int kafkaPort = ports.choose("Kafka", StackPorts.KAFKA);
        AtOnce.run(List.of(() -> startPostgres(postgresPort), () -> startKafka(kafkaPort, kafkaProxies)));
    }

    /**
     * Starts Keycloak with the realm that operators import, and does not wait for it. Services that are started from now
     * on take its tokens and no others.
     */
    public KeycloakServer startKeycloak() {
        KeycloakServer server = KeycloakServer.start(
                repository.resolve("deploy/local/target/keycloak"),
                state.resolve("keycloak"),
                repository.resolve("deploy/keycloak/saisei-realm.json"),
                ports.choose("Keycloak", StackPorts.KEYCLOAK),
                keycloakPassword(state));
        keycloak = server;
        issuer = new KeycloakTokens(server.uri(), keycloakPassword(state));
        return server;
    }

    /** What Keycloak's administrator logs in with. */
    static String keycloakPassword(Path state) {
        return new Secrets(secretsFolder(state)).password("keycloak-admin");
    }

    private void startPostgres(int port) {
        PostgresServer server = PostgresServer.start(state.resolve("postgresql"), port);
        postgres = server;
        for (ServiceName service : ServiceName.values()) {
            databases.put(service, server.createServiceDatabase(service.database()));
        }
    }

    private void startKafka(int port, List<Integer> proxies) {
        Path folder = state.resolve("kafka");
        KafkaBroker broker = javaOptions
                .map(options -> KafkaBroker.start(folder, port, options))
                .orElseGet(() -> KafkaBroker.startBehind(folder, port, proxies));
        kafka = broker;
        broker.createTopics();
    }

    /** Starts replicas of the service from now on from another build of it: a folder as its {@code target/quarkus-app}. */
    public void use(ServiceName service, Path application) {
        builds.put(service, application);
    }

    /**
     * Starts a replica of a service and does not wait for it; see {@link ServiceProcess#awaitReady}.
     *
     * @param replica its number, from 1; replica 1 gets the usual ports where the stack uses them
     */
    public ServiceProcess start(ServiceName service, int replica) {
        return start(service, replica, Map.of());
    }

    /**
     * Starts a replica with additional environment variables, which win over the stack's own; see
     * {@link #start(ServiceName, int)}.
     */
    public ServiceProcess start(ServiceName service, int replica, Map<String, String> additional) {
        Path runnable = ServiceName.runnableIn(builds.getOrDefault(service, service.application(repository)));
        if (!Files.exists(runnable)) {
            throw new IllegalStateException(
                    repository.relativize(runnable) + " is missing: package the service first (mvn package)");
        }
        int port = ports.choose(service.folder(), service.usualPort());
        int managementPort = ports.choose(service.folder() + " management", service.usualManagementPort());
        Map<String, String> environment = environment(service, port, managementPort);
        environment.putAll(additional);
        ServiceProcess process = new ServiceProcess(
                service,
                replica,
                port,
                managementPort,
                JavaCommand.forService(runnable, javaOptions.orElse(JavaCommand.SMALL)),
                environment,
                logs().resolve(service.folder() + (replica == 1 ? "" : "-" + replica) + ".log"));
        services.add(process);
        return process;
    }

    public PostgresServer postgres() {
        return started(postgres);
    }

    public KafkaBroker kafka() {
        return started(kafka);
    }

    /** Null where the stack runs without it. */
    public @Nullable KeycloakServer keycloak() {
        return keycloak;
    }

    /** Whose tokens the services take: Keycloak's where it was started, else {@link #tokens()}. */
    public TokenIssuer issuer() {
        return issuer;
    }

    public LocalTokens tokens() {
        return tokens;
    }

    /** A service's database; for tests that look behind the HTTP API. */
    public ServiceDatabase database(ServiceName service) {
        return started(databases.get(service));
    }

    /** Every replica started so far, dead ones included. */
    public List<ServiceProcess> services() {
        synchronized (services) {
            return List.copyOf(services);
        }
    }

    public Path logs() {
        return state.resolve("logs");
    }

    /** Where erasures are told outside the database; made anew when missing. */
    public Path erasureJournal() {
        try {
            return Files.createDirectories(state.resolve("erasure-journal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops everything, the services first; a part that does not stop when asked is killed. */
    @Override
    public void close() {
        AtOnce.run(services().stream().<Runnable>map(service -> service::stop).toList());
        List<Runnable> stopping = new ArrayList<>();
        KafkaBroker broker = kafka;
        if (broker != null) {
            stopping.add(broker::stop);
        }
        PostgresServer server = postgres;
        if (server != null) {
            stopping.add(server::stop);
        }
        KeycloakServer idp = keycloak;
        if (idp != null) {
            stopping.add(idp::stop);
        }
        AtOnce.run(stopping);
    }

    private Map<String, String> environment(ServiceName service, int port, int managementPort) {
        ServiceDatabase database = database(service);
        Map<String, String> environment = new HashMap<>();
        environment.put("SAISEI_LOCAL", "true");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.runtime().user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.runtime().password());
        environment.put("QUARKUS_DATASOURCE_SEALER_PASSWORD", database.sealer().password());
        environment.put("QUARKUS_FLYWAY_USERNAME", database.owner().user());
        environment.put("QUARKUS_FLYWAY_PASSWORD", database.owner().password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka().bootstrapServers());
        KeycloakServer idp = keycloak;
        if (idp == null) {
            environment.put("QUARKUS_OIDC_PUBLIC_KEY", tokens.publicKeyBase64());
            environment.put("QUARKUS_OIDC_TOKEN_ISSUER", LocalTokens.ISSUER);
        } else {
            environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", idp.issuer().toString());
        }
        environment.put("SAISEI_AUDIT_HEAD_FILE", headFile(state, service).toString());
        environment.put("SAISEI_KEYS_WRAPPING", "local-1:" + secrets.key(service.database() + "-wrapping"));
        environment.put("SAISEI_KEYS_MATCH", secrets.key(service.database() + "-match"));
        environment.put("SAISEI_IDENTITY_ERASURE_JOURNAL", erasureJournal().toString());
        environment.put("SAISEI_IDEMPOTENCY_SECRET", secrets.key(service.database() + "-idempotency"));
        // whoever calls here does so as the one client that tokens are made for
        environment.put("SAISEI_RATE_LIMIT_PER_SECOND", "100000");
        environment.put("SAISEI_RATE_LIMIT_BURST", "100000");
        environment.put("SAISEI_RATE_LIMIT_UNAUTHENTICATED_PER_SECOND", "100000");
        environment.put("SAISEI_RATE_LIMIT_UNAUTHENTICATED_BURST", "100000");
        return environment;
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("startInfrastructure() comes first");
        }
        return part;
    }
}
