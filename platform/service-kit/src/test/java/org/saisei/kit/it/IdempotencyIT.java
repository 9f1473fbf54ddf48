package org.saisei.kit.it;

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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;
import org.saisei.kit.time.DayWork;

/** However often a creating request is sent, it has its effect once. */
@QuarkusTest
@WithRealParts
class IdempotencyIT extends KeyedThings {
    private static final String NO_ANSWER = "SELECT 1 FROM idempotency WHERE scope = ?";

    @Inject
    @Any
    Instance<DayWork> works;

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
