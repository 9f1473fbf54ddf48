package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** Whose repeats are the same request. */
@QuarkusTest
@WithRealParts
class IdempotencyScopeIT extends KeyedThings {
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
}
