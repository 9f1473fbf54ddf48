package org.saisei.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.saisei.local.KafkaBroker;
import org.saisei.local.LocalTokens;
import org.saisei.local.PostgresServer;

/** Starts PostgreSQL and Kafka for the tests of one service and tells it, and the tests, where they are. */
public final class RealParts implements QuarkusTestResourceLifecycleManager {
    static final String FOLDER = "saisei.test.folder";
    static final String SUPERUSER_URL = "saisei.test.superuser-url";
    private static final String KEY_OF_TESTS = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private PostgresServer postgres;
    private KafkaBroker kafka;
    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("saisei-it");
            postgres = PostgresServer.start(folder.resolve("postgres"), 0);
            var database = postgres.createServiceDatabase(databaseName());
            kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
            kafka.createTopics();
            var tokens = LocalTokens.in(folder.resolve("tokens"));
            var config = new HashMap<String, String>();
            config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
            config.put("quarkus.datasource.username", database.runtime().user());
            config.put("quarkus.datasource.password", database.runtime().password());
            config.put("quarkus.datasource.sealer.password", database.sealer().password());
            config.put("quarkus.flyway.username", database.owner().user());
            config.put("quarkus.flyway.password", database.owner().password());
            config.put("kafka.bootstrap.servers", kafka.bootstrapServers());
            config.put("saisei.local", "true");
            config.put("quarkus.http.host", "127.0.0.1");
            config.put("quarkus.oidc.public-key", tokens.publicKeyBase64());
            config.put("quarkus.oidc.token.issuer", LocalTokens.ISSUER);
            config.put("saisei.idempotency.secret", KEY_OF_TESTS);
            config.put("saisei.keys.wrapping", SealedRow.WRAPPING_KEYS);
            config.put("saisei.keys.match", KEY_OF_TESTS);
            // one client plays every caller, as fast as it can
            config.put("saisei.rate-limit.per-second", "100000");
            config.put("saisei.rate-limit.burst", "100000");
            config.put("saisei.rate-limit.unauthenticated.per-second", "100000");
            config.put("saisei.rate-limit.unauthenticated.burst", "100000");
            config.put("saisei.day-watch.every", "PT0.5S");
            config.put(
                    "saisei.audit.head-file",
                    folder.resolve("audit-heads.jsonl").toString());
            config.put("saisei.keys.rewrap-every", "PT0.5S");
            config.put(
                    "saisei.identity.erasure-journal",
                    Files.createDirectories(folder.resolve("erasure-journal")).toString());
            config.put(FOLDER, folder.toString());
            try (var superuser = postgres.superuser(database.name());
                    var statement = superuser.createStatement()) {
                statement.execute("CREATE ROLE looks_behind SUPERUSER LOGIN PASSWORD 'looks_behind'");
            }
            config.put(SUPERUSER_URL, database.jdbcUrl() + "?user=looks_behind&password=looks_behind");
            return config;
        } catch (Exception e) {
            throw new IllegalStateException("real parts did not start", e);
        }
    }

    private static String databaseName() throws IOException {
        var properties = new Properties();
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            if (in == null) {
                throw new IllegalStateException("no application.properties");
            }
            properties.load(in);
        }
        var name = properties.getProperty("saisei.database.name");
        if (name == null) {
            throw new IllegalStateException("application.properties lacks saisei.database.name");
        }
        return name;
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.kill();
        }
        if (postgres != null) {
            postgres.stopImmediately();
        }
        if (folder != null) {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
