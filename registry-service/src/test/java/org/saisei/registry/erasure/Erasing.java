package org.saisei.registry.erasure;

import static org.saisei.registry.Registry.newDocument;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.saisei.kit.test.Tokens;
import org.saisei.registry.Registry;

/** What a registrar sends about a patient's identity. */
final class Erasing {
    private Erasing() {}

    static RequestSpecification registrar() {
        return Registry.as(Tokens.registrar());
    }

    static Map<String, Object> erasure() {
        return new HashMap<>(Map.of(
                "documentNumber", newDocument("ERS"), "ground", "PATIENT_REQUEST", "reference", newDocument("REQ")));
    }

    static Response erase(String subject) {
        return erase(subject, erasure());
    }

    static Response erase(String subject, Map<String, Object> body) {
        return Registry.post(registrar(), "/subjects/" + subject + "/identity-erasure", body);
    }

    /** Places a hold and answers its id. */
    static String hold(String subject) {
        return Registry.post(
                        registrar(),
                        "/subjects/" + subject + "/legal-holds",
                        Map.of("documentNumber", newDocument("HLD"), "ground", "COURT_ORDER"))
                .then()
                .statusCode(201)
                .extract()
                .path("holdId");
    }

    static Response lift(String subject, String hold) {
        return Registry.post(
                registrar(),
                "/subjects/" + subject + "/legal-holds/" + hold + "/lifting",
                Map.of("documentNumber", newDocument("LFT"), "ground", "MATTER_ENDED"));
    }
}
