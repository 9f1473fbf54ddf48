package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** What an answer says to a browser, what it keeps to itself, and what is too much or too odd to be read. */
@QuarkusTest
@WithRealParts
class HardenedIT {
    /** What a client must never learn: classes, statements, tables, files, versions. */
    private static final List<String> INNARDS = List.of(
            "Exception",
            "org.saisei",
            "io.quarkus",
            "jakarta.",
            "java.",
            "com.fasterxml",
            "\tat ",
            "SELECT",
            "INSERT",
            "relation",
            "postgres",
            "kafka",
            "127.0.0.1",
            "/tmp/",
            "3.27",
            "innards");

    @TestHTTPResource(value = "/q/health", management = true)
    URI health;

    /** One request for each class of refusal and fault, sent when the test asks for its answer. */
    static Stream<Named<Supplier<Wire.Reply>>> refusals() {
        return Stream.of(
                Named.of("cut short", () -> post("{\"documentNumber\": ")),
                Named.of("wrong type", () -> post("{\"documentNumber\": 4}")),
                Named.of("constraint", () -> post("{\"documentNumber\": \"D 4\"}")),
                Named.of("no day", () -> post("{\"documentNumber\": \"D-4\", \"day\": \"2026-13-01\"}")),
                Named.of("deep", () -> post("[".repeat(10_000))),
                Named.of("404", () -> Wire.send("GET /nowhere", hospital(), "")),
                Named.of("405", () -> Wire.send("DELETE /things", hospital(), "")),
                Named.of("406", () -> Wire.send("GET /things/1", hospital() + "Accept: application/xml", "")),
                Named.of("415", () -> Wire.send("POST /things", hospital() + "Content-Type: text/plain", "x")),
                Named.of("413", () -> Wire.send("POST /things", hospital() + "Content-Length: 2000000", "")),
                Named.of("500", () -> post("{\"documentNumber\": \"FAULT-1\"}")),
                Named.of("401 without a token", () -> Wire.send("GET /things/1", "", "")),
                Named.of("401", () -> Wire.send("GET /things/1", "Authorization: Bearer x.y.z", "")),
                Named.of("403", () -> Wire.send("GET /things/1", bearer(Tokens.token("analyst", null)), "")),
                Named.of("parameter in the path", () -> Wire.send("GET /things;v=2", hospital(), "")),
                Named.of("NUL in the path", () -> Wire.send("GET /things/1%00", hospital(), "")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsAProblemThatSaysNothingOfTheInside(Supplier<Wire.Reply> sent) {
        var refusal = sent.get();

        var softly = new SoftAssertions();
        softly.assertThat(refusal.status()).isBetween(400, 500);
        softly.assertThat(refusal.header("Content-Type")).contains("application/problem+json");
        softly.assertThat(INNARDS)
                .allSatisfy(
                        inside -> assertThat(refusal.headers() + refusal.body()).doesNotContainIgnoringCase(inside));
        softly.assertThat(refusal.header("Server")).isEmpty();
        softly.assertThat(refusal.header("X-Powered-By")).isEmpty();
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalTellsABrowserToDoNothingWithIt(Supplier<Wire.Reply> sent) {
        assertHeaders(sent.get());
    }

    @Test
    void soDoesAnAnswer() {
        assertHeaders(Wire.send("GET /things/1", hospital(), ""));
    }

    @Test
    void nothingIsPromisedOfTlsWithoutTls() {
        assertThat(Wire.send("GET /things/1", hospital(), "").header("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void onlyThePageThatShowsTheDescriptionMayRunItsOwnScripts() {
        var page = given().redirects().follow(true).get("/q/swagger-ui/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self' 'unsafe-inline'", "frame-ancestors 'none'");
        assertThat(page.asString()).doesNotContain("src=\"http", "href=\"http");
        assertThat(given().get("/q/openapi").header("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void whatIsManagedIsNotToBeKeptEither() {
        var answer = given().get(health);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 1_000, 10_000})
    void aBodyDeeperThanAnythingHereIsRefused(int depth) {
        refused(post("{\"documentNumber\": \"D-4\", \"parts\": " + "[".repeat(depth) + "]".repeat(depth) + "}"));
        refused(post("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
    }

    @Test
    void aNameOrATextLongerThanAnythingHereIsRefused() {
        refused(post("{\"documentNumber\": \"D-4\", \"" + "n".repeat(101) + "\": 1}"));
        refused(post("{\"documentNumber\": \"" + "D".repeat(100_001) + "\"}"));
        refused(post("{\"documentNumber\": \"D-4\", \"count\": 1" + "0".repeat(70) + "}"));
    }

    @Test
    void moreValuesThanAnythingHereHasAreRefused() {
        refused(post("{\"documentNumber\": \"D-4\", \"parts\": [" + "{},".repeat(100_000) + "{}]}"));
    }

    @Test
    void moreParametersThanAnOperationKnowsAreRefused() {
        refused(Wire.send("GET /things?" + "limit=1&".repeat(40) + "limit=1", hospital(), ""));
    }

    /** Before it knows of a path; what traces requests reads the line first. */
    @ParameterizedTest
    @ValueSource(strings = {"/things?limit=%ZZ", "/things?limit=1%", "/things/%ZZ"})
    void aPercentSignThatEscapesNothingIsRefusedByTheServerItself(String target) {
        var answer = Wire.send("GET " + target, hospital(), "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aRequestLineThatIsTooLongIsRefused() {
        assertThat(Wire.send("GET /things?limit=" + "1".repeat(5_000), "", "").status())
                .isEqualTo(414);
    }

    @Test
    void headersThatAreTooLongOrTooManyAreRefused() {
        assertThat(Wire.send("GET /things/1", "X-Long: " + "1".repeat(20_000), "")
                        .status())
                .isEqualTo(431);
        assertThat(Wire.send("GET /things/1", "X-Many: 1\n".repeat(2_000), "").status())
                .isEqualTo(431);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "Idempotency-Key", "If-Match", "Content-Type"})
    void aHeaderThatStandsOnceIsNotTakenTwice(String header) {
        var line = header + ": Bearer " + Tokens.hospital("F-1") + "\n";

        refused(Wire.send("GET /things/1", line + line, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a b\n", "Host: //\n", "Host: a:b\n"})
    void aRequestThatNamesNoHostIsRefusedAndNoFaultOfOurs(String host) {
        var log = new CopyOnWriteArrayList<LogRecord>();
        var handler = new LogHandler(log);
        Logger.getLogger("").addHandler(handler);

        var answer = Wire.sendAs("HTTP/1.1", "GET /things/1", host + hospital(), "");

        Logger.getLogger("").removeHandler(handler);
        refused(answer);
        assertThat(answer.body()).contains("\"header:Host\"");
        assertThat(log).noneMatch(line -> line.getLevel().intValue() >= Level.WARNING.intValue());
    }

    @Test
    void aClientOfHttp10NeedNotNameOne() {
        assertThat(Wire.sendAs("HTTP/1.0", "GET /things/1", hospital(), "").status())
                .isEqualTo(200);
    }

    private static final class LogHandler extends Handler {
        private final List<LogRecord> log;

        LogHandler(List<LogRecord> log) {
            this.log = log;
        }

        @Override
        public void publish(LogRecord line) {
            log.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static void refused(Wire.Reply answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"/problems/invalid-request\"");
    }

    private static void assertHeaders(Wire.Reply answer) {
        var softly = new SoftAssertions();
        softly.assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        softly.assertThat(answer.header("Cache-Control")).contains("no-store");
        softly.assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
        softly.assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        softly.assertThat(answer.header("X-Frame-Options")).contains("DENY");
        softly.assertThat(answer.header("Cross-Origin-Resource-Policy")).contains("same-origin");
        softly.assertAll();
    }

    private static String hospital() {
        return bearer(Tokens.hospital("F-1"));
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\n";
    }

    private static Wire.Reply post(String body) {
        return Wire.send(
                "POST /things",
                hospital() + "Content-Type: application/json\nIdempotency-Key: " + UUID.randomUUID(),
                body);
    }
}
