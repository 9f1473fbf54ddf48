package org.saisei.stack.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Set;
import org.saisei.local.TokenIssuer;

/** Who acts in the demo: one hospital, the registrar and a safety officer. */
final class Callers {

    static final String FACILITY = "F-DEMO-01";

    private final HttpClient http;
    private final TokenIssuer tokens;
    private final URI eligibilityUri;
    private final URI registryUri;
    private final URI safetyUri;

    Callers(HttpClient http, TokenIssuer tokens, URI eligibility, URI registry, URI safety) {
        this.http = http;
        this.tokens = tokens;
        this.eligibilityUri = eligibility;
        this.registryUri = registry;
        this.safetyUri = safety;
    }

    Api hospitalAtEligibility() {
        return new Api(http, eligibilityUri, hospital());
    }

    Api registrarAtEligibility() {
        return new Api(http, eligibilityUri, tokens.token("registrar", null, Set.of()));
    }

    Api hospitalAtRegistry() {
        return new Api(http, registryUri, hospital());
    }

    Api hospitalAtSafety() {
        return new Api(http, safetyUri, hospital());
    }

    /** Opens the safety officer's stream, from where that service starts, or after an entry. */
    SafetyStream stream(@org.jspecify.annotations.Nullable String lastEventId) {
        return SafetyStream.open(http, safetyUri, tokens.token("safety_officer", null, Set.of()), lastEventId);
    }

    private String hospital() {
        return tokens.token("hospital", FACILITY, Set.of());
    }
}
