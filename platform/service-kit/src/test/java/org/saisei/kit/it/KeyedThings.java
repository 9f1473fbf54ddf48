package org.saisei.kit.it;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.UUID;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;

/** A request with a key and a document number of its own, and what has become of it. */
abstract class KeyedThings {
    final String key = UUID.randomUUID().toString();
    final String document = "D-" + key;
    final String body = "{\"documentNumber\": \"" + document + "\"}";

    Response post(String body) {
        return send(Tokens.hospital("F-1"), key, body);
    }

    static Response send(String token, String key, String body) {
        return send("/things", token, key, body);
    }

    static Response send(String path, String token, String key, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    long effects() {
        return effects("makeThing");
    }

    long effects(String action) {
        return Database.rows(
                        "SELECT 1 FROM audit WHERE action = ? AND kind = 'WRITE' AND ? = ANY (resource_ids)",
                        action,
                        document)
                .size();
    }
}
