package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** Requests that do not come to their end: nobody's fault of ours. */
@QuarkusTest
@WithRealParts
@TestProfile(LowLimits.class)
class SlowRequestsIT {
    @RegisterExtension
    final LoggedLines errors = LoggedLines.from(Level.SEVERE);

    @Test
    void aBodyThatDoesNotComeIsNotWaitedForForEverAndNoFault() throws IOException {
        try (var connection = begun()) {
            // what is answered, if it comes before the connection is closed, is not that the service failed
            assertThat(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain(" 500 ");
        }
        assertThat(errors.lines()).isEmpty();
    }

    @Test
    void anUploadThatIsBrokenOffIsNoFault() throws IOException {
        try (var connection = begun()) {
            connection.setSoLinger(true, 0);
        }

        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(errors.lines()).isEmpty());
    }

    @Test
    void aHeadThatDoesNotComeToItsEndIsNotWaitedForForEver() throws IOException {
        try (var connection = Wire.begin("GET /things/1 HTTP/1.1\r\nHost: x\r\n")) {
            assertThat(connection.getInputStream().readAllBytes()).isEmpty();
        }
    }

    /** A request whose body is announced, and of which half has come. */
    private static Socket begun() throws IOException {
        return Wire.begin(
                "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100"
                        + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\nAuthorization: Bearer "
                        + Tokens.hospital(
                                "F-SLOW-" + UUID.randomUUID().toString().substring(0, 4))
                        + "\r\n\r\n{\"documentNumber\": ");
    }
}
