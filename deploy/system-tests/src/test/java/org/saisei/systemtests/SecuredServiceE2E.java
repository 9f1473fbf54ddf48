package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One packaged service with TLS on every side of it and its secrets in files, as an operator sets it up. */
@ResourceLock("a stack of their own")
class SecuredServiceE2E {
    private static final String TOPIC = "saisei.registry.subjects";

    private static SecuredParts parts;
    private static PackagedService service;

    @BeforeAll
    static void start() {
        parts = new SecuredParts(
                Repository.root().resolve("deploy/system-tests/target/stacks").resolve("secured-" + System.nanoTime()));
        service = parts.start("registry", Map.of());
        await().atMost(Stack.PATIENCE).ignoreExceptions().until(() -> {
            assertThat(service.isAlive()).as(service.log()).isTrue();
            return get(parts.managementPort(), "/q/health/ready").statusCode() == 200;
        });
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (parts != null) {
            parts.close();
        }
    }

    @Test
    void whatIsSentOverTlsIsStoredAndPublishedOverTls() throws IOException, InterruptedException, SQLException {
        var enrolled = client(parts.authority())
                .send(
                        request(parts.port(), "/subjects")
                                .header(
                                        "Authorization",
                                        "Bearer " + parts.tokens().token("hospital", "F-TOKYO-01", List.of()))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "over-tls")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        enrolment().toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(enrolled.statusCode()).as(enrolled.body()).isEqualTo(201);
        assertThat(enrolled.headers().firstValue("Strict-Transport-Security")).isPresent();
        var subject = Caller.JSON.readTree(enrolled.body()).path("subjectId").asText();
        try (var consumer = consumer()) {
            consumer.subscribe(List.of(TOPIC));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                var seen = new java.util.ArrayList<String>();
                consumer.poll(Duration.ofMillis(500)).forEach(record -> seen.add(record.key()));
                return seen.contains(subject);
            });
        }
        assertThat(connectionsWithoutTls()).isZero();
        assertThat(get(parts.managementPort(), "/q/metrics").body()).contains("saisei_broker_reachable 1.0");
    }

    @Test
    void untilWhenEachOfItsCertificatesIsValidCanBeSeen() {
        await().atMost(Stack.PATIENCE)
                .untilAsserted(() -> assertThat(
                                get(parts.managementPort(), "/q/metrics").body())
                        .containsPattern("saisei_certificate_seconds\\{of=\"https\"} [1-9]")
                        .containsPattern("saisei_certificate_seconds\\{of=\"management\"} [1-9]")
                        .containsPattern("saisei_certificate_seconds\\{of=\"kafka\"} [1-9]")
                        .containsPattern("saisei_certificate_seconds\\{of=\"postgresql\"} [1-9]"));
    }

    @Test
    void whoTrustsAnotherAuthorityDoesNotTalkToIt() {
        for (int port : new int[] {parts.port(), parts.managementPort()}) {
            assertThatThrownBy(() -> client(parts.stranger())
                            .send(request(port, "/q/openapi").build(), HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void nothingIsServedWithoutTls() {
        for (int port : new int[] {parts.port(), parts.managementPort(), parts.plainPort()}) {
            assertThatThrownBy(() -> HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/openapi"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> DriverManager.getConnection(
                        parts.plainJdbcUrl(), "registry_runtime", parts.known().get("quarkus.datasource.password")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no encryption");
    }

    @Test
    void kafkaTakesNobodyWithoutACertificateAndIsTrustedByNobodyElse() {
        var withoutOne = kafka();
        withoutOne.keySet().removeIf(key -> key.startsWith("ssl.keystore"));
        var otherwiseTrusting = kafka();
        otherwiseTrusting.put(
                "ssl.truststore.location", parts.stranger().certificate().toString());

        for (var settings : List.of(withoutOne, otherwiseTrusting)) {
            try (var admin = Admin.create(settings)) {
                assertThatThrownBy(() -> admin.describeCluster().nodes().get(20, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(SslAuthenticationException.class);
            }
        }
    }

    @Test
    void noSecretCanBeSeenFromOutside() throws IOException, InterruptedException {
        var visible = service.log()
                + service.commandLine()
                + get(parts.managementPort(), "/q/health").body()
                + get(parts.managementPort(), "/q/metrics").body()
                + get(parts.port(), "/q/openapi").body();

        assertThat(visible).contains("registry-service");
        parts.known()
                .forEach((property, secret) -> assertThat(visible.contains(secret.replaceFirst("^.*:", "")))
                        .as("%s is visible", property)
                        .isFalse());
    }

    @Test
    void itDoesNotStartWhereItIsSetUpWrongly() {
        var unfit = Map.of("saisei.keys.match", "", "quarkus.flyway.password", "changeme-changeme");
        try (var mistrusting = parts.start(
                        "mistrusting", Map.of("QUARKUS_DATASOURCE_JDBC_URL", parts.jdbcUrl(parts.stranger())));
                var unfitting = parts.start(
                        "unfit",
                        Map.of(
                                "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS",
                                parts.mounted(unfit).toString()));
                var unswitched = parts.start("unswitched", Map.of("SAISEI_LOCAL", ""));
                var exposed = parts.start("exposed", Map.of("QUARKUS_HTTP_HOST", "0.0.0.0"))) {
            for (var refusing : List.of(mistrusting, unfitting, unswitched, exposed)) {
                refusing.awaitEnd(Stack.PATIENCE);
                assertThat(refusing.log()).doesNotContain("Listening on");
            }

            assertThat(mistrusting.log()).contains("PKIX path");
            assertThat(unfitting.log())
                    .contains("saisei.keys.match is not set", "quarkus.flyway.password is a placeholder")
                    .doesNotContain("changeme");
            assertThat(unswitched.log()).contains("only with SAISEI_LOCAL=true and bound to loopback");
            assertThat(exposed.log()).contains("only with SAISEI_LOCAL=true and bound to loopback");
        }
        assertThat(service.log()).contains("LOCAL STACK: this service accepts tokens");
    }

    private static JsonNode enrolment() throws IOException, InterruptedException {
        var document =
                Caller.JSON.readTree(get(parts.port(), "/q/openapi?format=json").body());
        var examples = document.at("/paths/~1subjects/post/requestBody/content/application~1json/examples");
        return examples.iterator().next().path("value");
    }

    private static long connectionsWithoutTls() throws SQLException {
        try (var superuser = parts.superuser();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FILTER (WHERE NOT ssl), count(*) FROM pg_stat_ssl"
                        + " JOIN pg_stat_activity USING (pid) WHERE usename LIKE 'registry%'")) {
            rows.next();
            assertThat(rows.getLong(2)).as("connections of the service").isPositive();
            return rows.getLong(1);
        }
    }

    private static Map<String, Object> kafka() {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", parts.kafka().tlsBootstrapServers());
        settings.put("security.protocol", "SSL");
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", parts.authority().certificate().toString());
        settings.put("ssl.keystore.type", "PEM");
        settings.put("ssl.keystore.location", parts.client().both().toString());
        return settings;
    }

    private static KafkaConsumer<String, String> consumer() {
        var settings = kafka();
        settings.put("group.id", "over-tls");
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client(parts.authority())
                .send(request(port, path).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10));
    }

    private static HttpClient client(TestAuthority trusted) {
        return HttpClient.newBuilder()
                .sslContext(trusted.context())
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }
}
