package org.saisei.stack;

import java.nio.file.Path;
import java.util.List;
import org.saisei.local.KeycloakAdmin;
import org.saisei.local.Secrets;

/** People to log in as: one for each role, by the role's name. */
final class DemoUsers {

    private static final String FACILITY = "F-TOKYO-01";

    private DemoUsers() {}

    /** The password of all of them. */
    static String password(Path state) {
        // the realm's policy asks for each kind of character, which chance alone does not promise
        return new Secrets(LocalStack.secretsFolder(state)).password("keycloak-users") + "-aA1";
    }

    /** Creates those that are missing. */
    static void create(KeycloakAdmin admin, String password) {
        for (String role : Token.ROLES) {
            if (admin.get("/users?exact=true&username=" + role).isEmpty()) {
                String facility = role.equals("hospital") ? FACILITY : null;
                admin.createUser(role, password, new KeycloakAdmin.Rights(role, facility, List.of()));
            }
        }
    }
}
