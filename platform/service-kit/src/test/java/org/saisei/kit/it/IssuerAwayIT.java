package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** A service that was started while the identity provider was away. */
@QuarkusTest
@WithRealParts
@TestProfile(IssuerAwayIT.NoIssuer.class)
class IssuerAwayIT {
    /** An address at which nobody listens yet, in the place of the local key. */
    public static final class NoIssuer implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Settings.class));
        }

        /** Comes behind the real parts, which bring the local key. */
        public static final class Settings implements QuarkusTestResourceLifecycleManager {
            @Override
            public int order() {
                return 1;
            }

            @Override
            public Map<String, String> start() {
                try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    return Map.of(
                            "quarkus.oidc.public-key", "",
                            "saisei.issuer.unknown-every", "PT0.3S",
                            "quarkus.oidc.auth-server-url", "http://127.0.0.1:" + free.getLocalPort());
                } catch (IOException noPort) {
                    throw new IllegalStateException(noPort);
                }
            }

            @Override
            public void stop() {
                // nothing was started
            }
        }
    }

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    URI issuer;

    @RegisterExtension
    final LoggedLines warnings = LoggedLines.from(Level.WARNING);

    @Test
    void theGaugeTellsOfItNoRequestDoesAndItEndsByItself() throws IOException {
        assertThat(known()).isZero();
        for (int i = 0; i < 3; i++) {
            given().auth()
                    .oauth2(Tokens.token("operator", null))
                    .get("/audit/head")
                    .then()
                    .statusCode(503);
        }
        assertThat(warnings.lines()).isEmpty();

        var server = issuer();
        try {
            await().untilAsserted(() -> assertThat(known()).isEqualTo(1));
        } finally {
            server.stop(0);
        }
        assertThat(warnings.lines()).isEmpty();
    }

    private double known() {
        return meters.get("saisei.issuer.keys.known").gauge().value();
    }

    private HttpServer issuer() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", issuer.getPort()), 0);
        answer(
                server,
                "/.well-known/openid-configuration",
                "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\"}");
        answer(server, "/keys", "{\"keys\":[]}");
        server.start();
        return server;
    }

    private static void answer(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
