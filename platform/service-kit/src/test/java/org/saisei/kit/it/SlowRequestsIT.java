package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** Requests that do not come to their end: nobody's fault of ours. */
@QuarkusTest
@WithRealParts
@TestProfile(LowLimits.class)
class SlowRequestsIT {
    private static final Logger EVERYTHING = Logger.getLogger("");

    private final List<String> errors = new CopyOnWriteArrayList<>();

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                errors.add(line.getLoggerName() + ": " + line.getMessage());
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        EVERYTHING.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        EVERYTHING.removeHandler(listener);
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedForForEverAndNoFault() throws IOException {
        try (var connection = begun()) {
            // what is answered, if it comes before the connection is closed, is not that the service failed
            assertThat(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain(" 500 ");
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void anUploadThatIsBrokenOffIsNoFault() throws IOException {
        try (var connection = begun()) {
            connection.setSoLinger(true, 0);
        }

        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(errors).isEmpty());
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
