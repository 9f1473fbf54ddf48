package org.saisei.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tokens from Keycloak, by client credentials: for each role, facility and set of protocols a client of its own, created
 * when first asked for.
 */
public final class KeycloakTokens implements TokenIssuer {

    // A token with less left is not handed out a second time.
    private static final long LEAST_SECONDS_LEFT = 120;

    private final URI issuer;
    private final KeycloakAdmin admin;
    private final Map<String, Issued> issued = new HashMap<>();

    private record Issued(String token, long expiresAtNanos) {}

    /**
     * @param server where Keycloak answers, without a slash at the end
     * @param administratorPassword see {@link KeycloakServer#start}
     */
    public KeycloakTokens(URI server, String administratorPassword) {
        this.issuer = URI.create(server + "/realms/" + KeycloakServer.REALM);
        this.admin = new KeycloakAdmin(server, administratorPassword);
    }

    @Override
    public synchronized String token(String role, @Nullable String facilityId, Collection<String> protocols) {
        String clientId = "local-" + role + (facilityId == null ? "" : "-" + facilityId)
                + (protocols.isEmpty() ? "" : "-" + String.join("-", new TreeSet<>(protocols)));
        Issued known = issued.get(clientId);
        if (known == null || known.expiresAtNanos() - System.nanoTime() < LEAST_SECONDS_LEFT * 1_000_000_000) {
            known = issue(admin.system(clientId)
                    .orElseGet(() -> admin.createSystem(
                            clientId, new KeycloakAdmin.Rights(role, facilityId, protocols), Map.of())));
            issued.put(clientId, known);
        }
        return known.token();
    }

    /** A fresh token for a system. */
    public static String token(URI issuer, KeycloakAdmin.Credentials credentials) {
        return answer(issuer, credentials).path("access_token").textValue();
    }

    private Issued issue(KeycloakAdmin.Credentials credentials) {
        JsonNode answer = answer(issuer, credentials);
        return new Issued(
                answer.path("access_token").textValue(),
                System.nanoTime() + answer.path("expires_in").longValue() * 1_000_000_000);
    }

    private static JsonNode answer(URI issuer, KeycloakAdmin.Credentials credentials) {
        return KeycloakRest.grant(
                issuer,
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", credentials.clientId(),
                        "client_secret", credentials.secret()));
    }
}
