package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;
import org.saisei.kit.time.DayWork;

/** However often a creating request is sent, it has its effect once. */
@QuarkusTest
@WithRealParts
class IdempotencyIT {
    private static final String NO_ANSWER = "SELECT 1 FROM idempotency WHERE scope = ?";

    @Inject
    @Any
    Instance<DayWork> works;

    private final String key = UUID.randomUUID().toString();
    private final String document = "D-" + key;
    private final String body = "{\"documentNumber\": \"" + document + "\"}";

    @Test
    void aRepeatedRequestHasOneEffectAndTheSameAnswer() {
        var first = post(body);
        int effects = Things.EFFECTS.get();

        var second = post(body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(Things.EFFECTS.get()).isEqualTo(effects);
    }

    @Test
    void fiftyThreadsWithOneKeyHaveOneEffectAndOneStoredAnswer() throws InterruptedException {
        long stored = Database.count("idempotency");
        var calls = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 50; i++) {
            calls.add(() -> post(body));
        }

        List<Response> answers;
        try (var threads = Executors.newFixedThreadPool(50)) {
            answers = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }

        var answered =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(answered).isNotEmpty();
        assertThat(answered)
                .extracting(Response::asString)
                .containsOnly(answered.getFirst().asString());
        assertThat(answered.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> !answered.contains(answer)))
                .allSatisfy(running -> {
                    assertThat(running.statusCode()).isEqualTo(409);
                    assertThat(running.header("Retry-After")).isEqualTo("1");
                });
        assertThat(effects()).isEqualTo(1);
        assertThat(Database.count("idempotency")).isEqualTo(stored + 1);
    }

    @Test
    void whileAnAttemptIsRunningItsKeyIsToBeTriedAgain() throws SQLException {
        post(body);
        long lock = ByteBuffer.wrap(scopes().getFirst()).getLong();
        expire();

        try (var running = Database.superuser();
                var statement = running.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + lock + ")");
            post(body)
                    .then()
                    .statusCode(409)
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/request-in-progress"));
        }

        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        post(body);

        post("{\"documentNumber\": \"D-3\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"))
                .body("errors[0].pointer", equalTo("header:Idempotency-Key"));
    }

    @Test
    void theSameBodyInAnotherOrderIsTheSameBody() {
        post("{\"documentNumber\": \"" + document
                        + "\", \"count\": 1, \"facts\": {\"a\": 1, \"b\": {\"c\": 2, \"d\": [3, 4]}}}")
                .then()
                .statusCode(201);

        post("{\"facts\": {\"b\": {\"d\": [3, 4], \"c\": 2}, \"a\": 1}, \"count\": 1, \"documentNumber\": \"" + document
                        + "\"}")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
        post("{\"documentNumber\": \"" + document
                        + "\", \"count\": 1, \"facts\": {\"a\": 1, \"b\": {\"c\": 2, \"d\": [4, 3]}}}")
                .then()
                .statusCode(422);
    }

    @Test
    void aKeyIsOneFacilitysAndOneClientsOwn() {
        var hospital = Tokens.hospital("F-1");
        post(body).then().statusCode(201);

        for (var another : List.of(Tokens.hospital("F-2"), Tokens.changed(hospital, "azp", "another-client"))) {
            send(another, key, body).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        }

        assertThat(effects()).isEqualTo(3);
    }

    @Test
    void oneKeyUnderTwoOperationsStandsForTwoRequests() {
        var token = Tokens.hospital("F-1");
        long stored = Database.count("idempotency");

        var made = post(body);
        var added = send("/things/1/parts", token, key, body);

        for (var answer : List.of(made, added)) {
            answer.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        }
        assertThat(post(body).asString()).isEqualTo(made.asString());
        assertThat(send("/things/1/parts", token, key, body).asString()).isEqualTo(added.asString());
        assertThat(effects("makeThing")).isEqualTo(1);
        assertThat(effects("addPart")).isEqualTo(1);
        assertThat(Database.count("idempotency")).isEqualTo(stored + 2);
    }

    @Test
    void aClientIsAlsoKnownByItsClientIdAlone() {
        var token = Tokens.without(Tokens.hospital("F-1"), "azp");
        send(Tokens.changed(token, "client_id", "ward-system"), key, body)
                .then()
                .statusCode(201);

        var colleague = Tokens.changed(token, "sub", "a colleague");
        send(Tokens.changed(colleague, "client_id", "ward-system"), key, body)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
        send(Tokens.changed(token, "client_id", "another-system"), key, body)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void anotherPersonWithTheSameClientRepeatsTheRequestAndIsOnRecordAsWhoWasAnswered() {
        post(body).then().statusCode(201);

        send(Tokens.changed(Tokens.hospital("F-1"), "sub", "a colleague"), key, body)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");

        assertThat(Database.rows(
                        "SELECT actor, action, resource, query FROM audit WHERE kind = 'READ' AND ? = ANY (resource_ids)",
                        document))
                .containsExactly(Map.of(
                        "actor",
                        "a colleague",
                        "action",
                        "makeThing",
                        "resource",
                        "thing",
                        "query",
                        "the answer kept for repeats"));
    }

    @ParameterizedTest
    @MethodSource("tokensOfAnotherReach")
    void whoMaySeeLessOrMoreIsAnsweredAsIfNobodyHadAsked(String token) {
        post(body).then().statusCode(201);

        send(token, key, body).then().statusCode(201).header("Idempotency-Replayed", nullValue());

        assertThat(effects()).isEqualTo(2);
    }

    static List<Named<String>> tokensOfAnotherReach() {
        return List.of(
                Named.of("limited to a protocol", Tokens.token("hospital", "F-1", "OTHER")),
                Named.of("of another role", Tokens.token("registrar", "F-1")));
    }

    @Test
    void anExpiredAnswerIsNotGivenOutAnyMore() throws SQLException {
        post(body);
        expire();

        post(body).then().statusCode(201).header("Idempotency-Replayed", nullValue());

        assertThat(scopes()).hasSize(1);
    }

    @Test
    void expiredAnswersAreRemovedAndOthersStay() throws SQLException {
        post(body);
        var kept = scopes().getFirst();
        try (var superuser = Database.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("INSERT INTO idempotency (scope, fingerprint, status, headers, expires_at)"
                    + " SELECT sha256(n::text::bytea), '', 201, '{}', now() - interval '1 second'"
                    + " FROM generate_series(1, 2500) AS n");
        }

        works.stream()
                .filter(work -> work.name().equals("forget-answers"))
                .forEach(work -> work.dayHasCome(LocalDate.of(2026, 5, 1)));

        assertThat(Database.rows("SELECT 1 FROM idempotency WHERE expires_at <= now()"))
                .isEmpty();
        assertThat(Database.rows(NO_ANSWER, (Object) kept)).hasSize(1);
    }

    @Test
    void whatIsKeptOfARequestIsAHashThatNobodyCanGuessWithoutTheKey() throws Exception {
        var name = "MARKER-" + key;
        var body = "{\"documentNumber\": \"" + document + "\", \"facts\": {\"name\": \"" + name + "\"}}";
        post(body).then().statusCode(201);

        var guessed = MessageDigest.getInstance("SHA-256");
        var guesses = List.of(body, body.replace(" ", ""), "/things" + body.replace(" ", "")).stream()
                .map(guess -> guessed.digest(guess.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(Database.rows("SELECT fingerprint FROM idempotency WHERE scope = ?", (Object) scopes().getFirst()))
                .singleElement()
                .satisfies(row ->
                        assertThat((byte[]) row.get("fingerprint")).hasSize(32).isNotIn(guesses));
        assertThat(Database.holds("public.idempotency", name)).isFalse();
    }

    private Response post(String body) {
        return send(Tokens.hospital("F-1"), key, body);
    }

    private static Response send(String token, String key, String body) {
        return send("/things", token, key, body);
    }

    private static Response send(String path, String token, String key, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    private long effects() {
        return effects("makeThing");
    }

    private long effects(String action) {
        return Database.rows(
                        "SELECT 1 FROM audit WHERE action = ? AND kind = 'WRITE' AND ? = ANY (resource_ids)",
                        action,
                        document)
                .size();
    }

    /** Of the answers stored since this test began; only one test runs at a time. */
    private List<byte[]> scopes() {
        return Database.rows(
                        "SELECT scope FROM idempotency i WHERE recorded_at >= (SELECT min(recorded_at) FROM audit"
                                + " WHERE action = 'makeThing' AND ? = ANY (resource_ids)) ORDER BY recorded_at",
                        document)
                .stream()
                .map(row -> (byte[]) row.get("scope"))
                .toList();
    }

    private void expire() throws SQLException {
        try (var superuser = Database.superuser();
                var statement = superuser.prepareStatement(
                        "UPDATE idempotency SET expires_at = now() - interval '1 second' WHERE scope = ?")) {
            statement.setBytes(1, scopes().getFirst());
            statement.executeUpdate();
        }
    }
}
