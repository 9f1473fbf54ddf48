package org.saisei.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (KRaft mode, one node, controller included) in a JVM of its own on the loopback interface.
 *
 * <p>Its data stays in its folder. Topics are never created by use; see {@link #createTopics()}.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    /** Where the whole stack shares one small machine. */
    private static final List<String> SMALL =
            List.of("-Xms96m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final List<String> javaOptions;
    private final Path folder;
    private final KafkaListeners listeners;
    private final @Nullable Tls tls;
    private ManagedProcess process;

    /**
     * What a listener with TLS is made of, as PEM files. It asks its clients for a certificate.
     *
     * @param identity the broker's certificate and its private key, in one file
     * @param trusted who signs the clients' certificates
     */
    public record Tls(Path identity, Path trusted) {}

    private KafkaBroker(
            Path folder, int port, List<String> javaOptions, @Nullable Tls tls, Collection<Integer> proxies) {
        this.javaOptions = List.copyOf(javaOptions);
        this.tls = tls;
        this.listeners = new KafkaListeners(port, tls != null, proxies);
        this.folder = folder.toAbsolutePath();
        this.process = launch();
    }

    /**
     * Starts a broker and waits until it answers.
     *
     * @param folder holds the broker's data; created when missing
     * @param port 0 for any free one
     */
    public static KafkaBroker start(Path folder, int port) {
        return start(folder, port, SMALL);
    }

    /**
     * As {@link #start(Path, int)}, for one that is measured as operators run it.
     *
     * @param javaOptions its heap, collector and compiler
     */
    public static KafkaBroker start(Path folder, int port, List<String> javaOptions) {
        return new KafkaBroker(folder, port == 0 ? Ports.free() : port, javaOptions, null, List.of());
    }

    /** As {@link #start(Path, int)}, with a listener for TLS beside the plain one. */
    public static KafkaBroker start(Path folder, int port, Tls tls) {
        return new KafkaBroker(folder, port == 0 ? Ports.free() : port, SMALL, tls, List.of());
    }

    /**
     * As {@link #start(Path, int)}, with a plain listener more for each proxy: whoever comes through a proxy is told its
     * address as the broker's, and no other.
     *
     * @param proxies the ports they listen on; each forwards to {@link #portBehind}
     */
    public static KafkaBroker startBehind(Path folder, int port, Collection<Integer> proxies) {
        return new KafkaBroker(folder, port == 0 ? Ports.free() : port, SMALL, null, proxies);
    }

    /** Where a proxy that the broker was started behind forwards to. */
    public int portBehind(int proxy) {
        return listeners.portBehind(proxy);
    }

    public int port() {
        return listeners.port();
    }

    /** The address for clients' {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + listeners.port();
    }

    /** The address for clients that come over TLS; only for a broker that was started with it. */
    public String tlsBootstrapServers() {
        if (tls == null) {
            throw new IllegalStateException("this broker has no listener for TLS");
        }
        return "127.0.0.1:" + listeners.tlsPort();
    }

    /** The broker's process, for its log and to wait for its end. */
    public ManagedProcess process() {
        return process;
    }

    /** Creates the topics of {@code contracts/topics.json} that are missing; existing ones are left as they are. */
    public void createTopics() {
        try (Admin admin = admin()) {
            Topics.createMissing(admin);
        }
    }

    /** A new administration client; the caller closes it. */
    public Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                "5000",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                "30000"));
    }

    /** Stops orderly. */
    public void stop() {
        process.stop(STOP_PATIENCE);
    }

    /** Ends the broker with SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** Freezes the broker (SIGSTOP): connections stay open, nothing is answered. */
    public void freeze() {
        process.freeze();
    }

    /** Lets a frozen broker go on. */
    public void thaw() {
        process.thaw();
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

    private ManagedProcess launch() {
        Path log = folder.resolve("kafka.log");
        ManagedProcess started;
        try {
            Files.createDirectories(folder);
            Path properties = folder.resolve("broker.properties");
            Files.writeString(properties, brokerProperties());
            Path logging = folder.resolve("logging.properties");
            Files.writeString(logging, LOGGING);
            // An argument file, since a class path can be longer than a command line may be.
            Path arguments = folder.resolve("java.arguments");
            Files.writeString(
                    arguments,
                    String.join(
                            "\n",
                            String.join("\n", javaOptions),
                            "-Duser.timezone=UTC",
                            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                            "-Dlogging.configuration=" + quoted(logging.toUri().toString()),
                            "-cp",
                            quoted(classPath()),
                            KafkaProcess.class.getName(),
                            quoted(properties.toString()),
                            clusterId()));
            started = ManagedProcess.start("Kafka", List.of(java(), "@" + arguments), Map.of(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's configuration could not be written to " + folder, e);
        }
        Waiting.until(START_PATIENCE, started, () -> Ports.answers(port()));
        try (Admin admin = admin()) {
            Waiting.until(
                    START_PATIENCE,
                    started,
                    () -> !admin.describeCluster()
                            .nodes()
                            .get(5, TimeUnit.SECONDS)
                            .isEmpty());
        }
        return started;
    }

    private String clusterId() throws IOException {
        Path file = folder.resolve("cluster.id");
        if (!Files.exists(file)) {
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file).strip();
    }

    private String brokerProperties() {
        return String.join(
                "\n",
                "process.roles=broker,controller",
                "node.id=1",
                listeners.properties(),
                tlsProperties(),
                "log.dirs=" + folder.resolve("data"),
                "auto.create.topics.enable=false",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=4",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=4",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "share.coordinator.state.topic.num.partitions=1",
                "group.initial.rebalance.delay.ms=0",
                // A broker that was killed may register again only when its former session is over.
                "broker.session.timeout.ms=3000",
                "broker.heartbeat.interval.ms=500",
                "num.network.threads=2",
                "num.io.threads=4",
                "log.cleaner.dedupe.buffer.size=4194304",
                "log.index.size.max.bytes=2097152",
                "");
    }

    private String tlsProperties() {
        return tls == null
                ? ""
                : String.join(
                        "\n",
                        "ssl.client.auth=required",
                        "ssl.keystore.type=PEM",
                        "ssl.keystore.location=" + tls.identity(),
                        "ssl.truststore.type=PEM",
                        "ssl.truststore.location=" + tls.trusted());
    }

    /** Under Surefire the class path hides behind one jar's manifest, and the real one is in a property. */
    private static String classPath() {
        String underTest = System.getProperty("surefire.test.class.path");
        return underTest == null || underTest.isBlank() ? System.getProperty("java.class.path") : underTest;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static final String LOGGING = """
            logger.level=INFO
            logger.handlers=CONSOLE
            handler.CONSOLE=org.jboss.logmanager.handlers.ConsoleHandler
            handler.CONSOLE.properties=autoFlush,target
            handler.CONSOLE.autoFlush=true
            handler.CONSOLE.target=SYSTEM_OUT
            handler.CONSOLE.formatter=PATTERN
            formatter.PATTERN=org.jboss.logmanager.formatters.PatternFormatter
            formatter.PATTERN.properties=pattern
            formatter.PATTERN.pattern=%d{yyyy-MM-dd'T'HH:mm:ss.SSSX} %-5p [%c{2.}] %s%e%n
            """;
}
