package org.saisei.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.saisei.local.KeycloakAdmin;
import org.saisei.local.KeycloakAdmin.Rights;
import org.saisei.local.KeycloakServer;
import org.saisei.local.KeycloakTokens;

/** What the administrators of Keycloak's realm do. */
final class Realm {
    private final KeycloakServer keycloak;
    private final KeycloakAdmin admin;

    Realm(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.admin = keycloak.admin();
    }

    void createUser(String name, String password, Rights rights) {
        admin.createUser(name, password, rights);
    }

    JsonNode account(String user) {
        return admin.get("/users?exact=true&username=" + user).path(0);
    }

    /** A token for a system that nobody else uses. */
    String system(Rights rights, Map<String, String> attributes) {
        return token(createSystem(rights, attributes));
    }

    /** @param attributes of its client, such as how long its tokens live */
    KeycloakAdmin.Credentials createSystem(Rights rights, Map<String, String> attributes) {
        return admin.createSystem("system-" + UUID.randomUUID(), rights, attributes);
    }

    String token(KeycloakAdmin.Credentials system) {
        return KeycloakTokens.token(keycloak.issuer(), system);
    }

    void takeAwayScope(KeycloakAdmin.Credentials system, String name) {
        var scope = admin.get("/client-scopes")
                .valueStream()
                .filter(found -> found.path("name").textValue().equals(name))
                .findFirst()
                .orElseThrow();
        admin.delete("/clients/" + id(system) + "/default-client-scopes/"
                + scope.path("id").textValue());
    }

    /** It gets no tokens any more. */
    void shutOut(KeycloakAdmin.Credentials system) {
        ObjectNode client = admin.get("/clients/" + id(system)).deepCopy();
        admin.put("/clients/" + id(system), client.put("enabled", false));
    }

    /** From now on; the first key stays good for what it has signed. */
    void signWithAnotherKey() {
        admin.created("/components", Journey.json("""
            {"name": "rsa-next", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
             "config": {"priority": ["200"], "enabled": ["true"], "active": ["true"], "algorithm": ["RS256"],
                        "keySize": ["2048"]}}
            """));
    }

    void withdrawTheFirstKey() {
        var first = admin.get("/components?type=org.keycloak.keys.KeyProvider&name=rsa")
                .at("/0/id")
                .textValue();
        admin.delete("/components/" + first);
    }

    private String id(KeycloakAdmin.Credentials system) {
        return admin.get("/clients?clientId=" + system.clientId()).at("/0/id").textValue();
    }
}
