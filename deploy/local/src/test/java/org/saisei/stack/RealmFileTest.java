package org.saisei.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.saisei.kit.access.Role;
import org.saisei.kit.http.Codes;

/** The realm file that operators import. */
class RealmFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE = Path.of("../keycloak/saisei-realm.json");

    private static String text;
    private static JsonNode realm;

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(FILE);
        realm = JSON.readTree(text);
    }

    @Test
    void theRolesAreThoseTheServicesKnow() {
        assertThat(realm.at("/roles/client/saisei").valueStream())
                .extracting(role -> role.path("name").textValue())
                .containsExactly(Arrays.stream(Role.values())
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }

    @Test
    void nobodyIsInItAndNoSecret() {
        assertThat(realm.has("users")).isFalse();
        assertThat(text).doesNotContain("\"secret\"", "privateKey", "\"credentials\"", "certificate");
    }

    @Test
    void noClientTakesAPasswordOrHandsATokenToAnAddressBar() {
        assertThat(realm.path("clients").valueStream()).allSatisfy(client -> {
            assertThat(client.path("directAccessGrantsEnabled").booleanValue()).isFalse();
            assertThat(client.path("implicitFlowEnabled").booleanValue()).isFalse();
            assertThat(client.path("fullScopeAllowed").booleanValue()).isFalse();
        });
    }

    @Test
    void whoeverLogsInUsesPkce() {
        assertThat(realm.path("clients")
                        .valueStream()
                        .filter(client -> client.path("standardFlowEnabled").booleanValue()))
                .isNotEmpty()
                .allSatisfy(client -> assertThat(client.path("attributes").path("pkce.code.challenge.method"))
                        .hasToString("\"S256\""));
    }

    @Test
    void nobodyChangesTheirOwnFacilityOrProtocols() throws JsonProcessingException {
        var profile = JSON.readTree(realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                .path("kc.user.profile.config")
                .path(0)
                .textValue());

        assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
        assertThat(profile.path("attributes")
                        .valueStream()
                        .filter(attribute -> List.of("facility_id", "protocols")
                                .contains(attribute.path("name").textValue())))
                .hasSize(2)
                .allSatisfy(attribute ->
                        assertThat(attribute.at("/permissions/edit")).hasToString("[\"admin\"]"));
    }

    @Test
    void aFacilityIsWrittenAsTheServicesReadIt() {
        assertThat(text).contains("\\\"pattern\\\":\\\"" + Codes.IDENTIFIER + "\\\"");
    }

    @Test
    void anAccessTokenLastsTenMinutes() {
        assertThat(realm.path("accessTokenLifespan").intValue()).isEqualTo(600);
    }
}
