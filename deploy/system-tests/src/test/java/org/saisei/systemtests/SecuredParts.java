package org.saisei.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saisei.local.KafkaBroker;
import org.saisei.local.LocalTokens;
import org.saisei.local.Ports;
import org.saisei.local.PostgresServer;
import org.saisei.local.Secrets;
import org.saisei.local.ServiceDatabase;
import org.saisei.stack.ServiceName;

/**
 * A PostgreSQL that takes nobody without TLS, a Kafka that takes nobody without a certificate, and what a service is told to
 * reach them: everything by environment but the secrets, which are files.
 */
final class SecuredParts implements AutoCloseable {
    static final ServiceName SERVICE = ServiceName.REGISTRY;

    private final Path folder;
    private final TestAuthority authority;
    private final TestAuthority stranger;
    private final TestAuthority.Issued client;
    private final PostgresServer postgres;
    private final ServiceDatabase database;
    private final KafkaBroker kafka;
    private final LocalTokens tokens;
    private final Map<String, String> secrets;
    private final int port = Ports.free();
    private final int managementPort = Ports.free();
    private final int plainPort = Ports.free();

    SecuredParts(Path folder) {
        this.folder = folder;
        this.authority = new TestAuthority(folder.resolve("certificates"), "authority");
        this.stranger = new TestAuthority(folder.resolve("certificates"), "stranger");
        this.client = authority.issue("client");
        this.postgres = PostgresServer.start(folder.resolve("postgresql"), 0);
        this.database = postgres.createServiceDatabase(SERVICE.database());
        onlyOverTls();
        var broker = authority.issue("kafka");
        this.kafka = KafkaBroker.start(
                folder.resolve("kafka"), 0, new KafkaBroker.Tls(broker.both(), authority.certificate()));
        kafka.createTopics();
        this.tokens = LocalTokens.in(folder.resolve("tokens"));
        this.secrets = secrets();
    }

    private void onlyOverTls() {
        var issued = authority.issue("postgresql");
        try (var superuser = postgres.superuser("postgres");
                var statement = superuser.createStatement()) {
            statement.execute("ALTER SYSTEM SET ssl_cert_file = '" + issued.certificate() + "'");
            statement.execute("ALTER SYSTEM SET ssl_key_file = '" + issued.key() + "'");
            statement.execute("ALTER SYSTEM SET ssl = on");
            Files.writeString(
                    folder.resolve("postgresql/data/pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> secrets() {
        var keys = new Secrets(folder.resolve("generated"));
        var all = new LinkedHashMap<String, String>();
        all.put("quarkus.datasource.password", database.runtime().password());
        all.put("quarkus.datasource.sealer.password", database.sealer().password());
        all.put("quarkus.flyway.password", database.owner().password());
        all.put("saisei.keys.wrapping", "2026-1:" + keys.key("wrapping"));
        all.put("saisei.keys.match", keys.key("match"));
        all.put("saisei.idempotency.secret", keys.key("idempotency"));
        return all;
    }

    /** Secrets by property. */
    Map<String, String> known() {
        return secrets;
    }

    /** A new folder with a file for each secret, as a container platform mounts them, with some of them changed. */
    Path mounted(Map<String, String> changed) {
        try {
            var mount = Files.createTempDirectory(folder, "mounted");
            var all = new HashMap<>(secrets);
            all.putAll(changed);
            for (var secret : all.entrySet()) {
                if (!secret.getValue().isEmpty()) {
                    var file = Files.writeString(mount.resolve(secret.getKey()), secret.getValue() + "\n");
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
                }
            }
            return mount;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service is told. */
    Map<String, String> environment() {
        var told = new HashMap<String, String>();
        told.put("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", mounted(Map.of()).toString());
        told.put("SAISEI_LOCAL", "true");
        told.put("SAISEI_IDENTITY_ERASURE_JOURNAL", erasureJournal().toString());
        told.put("QUARKUS_OIDC_PUBLIC_KEY", tokens.publicKeyBase64());
        told.put("QUARKUS_OIDC_TOKEN_ISSUER", LocalTokens.ISSUER);
        told.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        told.put("QUARKUS_HTTP_PORT", Integer.toString(plainPort));
        told.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(port));
        told.put("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled");
        told.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        told.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        var issued = authority.issue("http");
        for (var server : List.of("QUARKUS_HTTP", "QUARKUS_MANAGEMENT")) {
            told.put(server + "_SSL_CERTIFICATE_FILES", issued.certificate().toString());
            told.put(server + "_SSL_CERTIFICATE_KEY_FILES", issued.key().toString());
        }
        told.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(authority));
        told.put("KAFKA_BOOTSTRAP_SERVERS", kafka.tlsBootstrapServers());
        told.put("KAFKA_SECURITY_PROTOCOL", "SSL");
        told.put("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM");
        told.put("KAFKA_SSL_TRUSTSTORE_LOCATION", authority.certificate().toString());
        told.put("KAFKA_SSL_KEYSTORE_TYPE", "PEM");
        told.put("KAFKA_SSL_KEYSTORE_LOCATION", client.both().toString());
        return told;
    }

    private Path erasureJournal() {
        try {
            return Files.createDirectories(folder.resolve("erasure-journal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param trusted who signed the server's certificate, as the service believes */
    String jdbcUrl(TestAuthority trusted) {
        return database.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + trusted.certificate();
    }

    /** Without TLS. */
    String plainJdbcUrl() {
        return database.jdbcUrl() + "?sslmode=disable";
    }

    PackagedService start(String log, Map<String, String> changed) {
        var told = environment();
        told.putAll(changed);
        told.values().removeIf(String::isEmpty);
        return PackagedService.start(SERVICE, told, folder.resolve(log + ".log"));
    }

    TestAuthority authority() {
        return authority;
    }

    /** Another authority, which signed nothing that is in use. */
    TestAuthority stranger() {
        return stranger;
    }

    /** The caller closes it. */
    Connection superuser() throws SQLException {
        return postgres.superuser(SERVICE.database());
    }

    KafkaBroker kafka() {
        return kafka;
    }

    TestAuthority.Issued client() {
        return client;
    }

    LocalTokens tokens() {
        return tokens;
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    int plainPort() {
        return plainPort;
    }

    @Override
    public void close() {
        kafka.kill();
        postgres.stopImmediately();
    }
}
