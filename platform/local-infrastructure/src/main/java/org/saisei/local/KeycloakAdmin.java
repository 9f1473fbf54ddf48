package org.saisei.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator does in the realm, over Keycloak's REST API and in the order that the operators' page describes:
 * a system is a copy of the template, a person is a user, and both get a role, a facility and protocols.
 */
public final class KeycloakAdmin {

    /** The client that systems' clients are copies of. */
    private static final String TEMPLATE = "system-template";

    private static final String SERVICES = "saisei";
    // Keycloak's own default for this realm is 60 s
    private static final long TOKEN_NANOS = 30_000_000_000L;

    private final URI server;
    private final URI realm;
    private final String password;
    private String token = "";
    private long tokenFrom;

    KeycloakAdmin(URI server, String password) {
        this.server = server;
        this.realm = URI.create(server + "/admin/realms/" + KeycloakServer.REALM);
        this.password = password;
    }

    /** A system's way in. */
    public record Credentials(String clientId, String secret) {}

    /** What the services are to know of a caller; see {@link TokenIssuer#token}. */
    public record Rights(@Nullable String role, @Nullable String facilityId, Collection<String> protocols) {}

    /** Empty if there is no such client. */
    public Optional<Credentials> system(String clientId) {
        JsonNode found = get("/clients?clientId=" + clientId);
        return found.isEmpty() ? Optional.empty() : Optional.of(credentials(found.path(0)));
    }

    /**
     * Copies the template.
     *
     * @param attributes the client's own settings, e.g. {@code access.token.lifespan} in seconds
     */
    public Credentials createSystem(String clientId, Rights rights, Map<String, String> attributes) {
        ObjectNode client = get("/clients?clientId=" + TEMPLATE).path(0).deepCopy();
        client.remove(List.of("id", "secret"));
        client.put("clientId", clientId).put("name", clientId).put("enabled", true);
        client.remove("description");
        attributes.forEach(client.withObject("/attributes")::put);
        URI created = created("/clients", client);
        grant(send("GET", URI.create(created + "/service-account-user"), null), rights);
        return credentials(send("GET", created, null));
    }

    /** Creates a user with a password that need not be changed. */
    public void createUser(String name, String userPassword, Rights rights) {
        URI user = created(
                "/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", userPassword, "temporary", false))));
        grant(send("GET", user, null), rights);
    }

    /** @param path below the realm's, with a slash at the start */
    public JsonNode get(String path) {
        return send("GET", URI.create(realm + path), null);
    }

    /** As {@link #get}; the address of what was created. */
    public URI created(String path, Object body) {
        URI location = KeycloakRest.send("POST", URI.create(realm + path), token(), body)
                .location();
        if (location == null) {
            throw new IllegalStateException("nothing was created at " + path);
        }
        return location;
    }

    /** As {@link #get}. */
    public void put(String path, Object body) {
        send("PUT", URI.create(realm + path), body);
    }

    /** As {@link #get}. */
    public void delete(String path) {
        send("DELETE", URI.create(realm + path), null);
    }

    private void grant(JsonNode account, Rights rights) {
        String user = "/users/" + account.path("id").textValue();
        ObjectNode changed = account.deepCopy();
        ObjectNode attributes = changed.putObject("attributes");
        if (rights.facilityId() != null) {
            attributes.putArray("facility_id").add(rights.facilityId());
        }
        if (!rights.protocols().isEmpty()) {
            rights.protocols().forEach(attributes.putArray("protocols")::add);
        }
        put(user, changed);
        if (rights.role() != null) {
            String services = get("/clients?clientId=" + SERVICES).at("/0/id").textValue();
            JsonNode role = get("/clients/" + services + "/roles/" + rights.role());
            send("POST", URI.create(realm + user + "/role-mappings/clients/" + services), List.of(role));
        }
    }

    private Credentials credentials(JsonNode client) {
        String secret = get("/clients/" + client.path("id").textValue() + "/client-secret")
                .path("value")
                .textValue();
        return new Credentials(client.path("clientId").textValue(), secret);
    }

    private JsonNode send(String method, URI uri, @Nullable Object body) {
        return KeycloakRest.send(method, uri, token(), body).body();
    }

    private synchronized String token() {
        if (token.isEmpty() || System.nanoTime() - tokenFrom > TOKEN_NANOS) {
            token = KeycloakRest.grant(
                            URI.create(server + "/realms/master"),
                            Map.of(
                                    "grant_type",
                                    "password",
                                    "client_id",
                                    "admin-cli",
                                    "username",
                                    KeycloakServer.ADMINISTRATOR,
                                    "password",
                                    password))
                    .path("access_token")
                    .textValue();
            tokenFrom = System.nanoTime();
        }
        return token;
    }
}
