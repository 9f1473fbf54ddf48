package org.saisei.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saisei.kit.access.Role;

class TokenTest {

    @TempDir
    private Path state;

    @BeforeEach
    void aStackHasRunHere() throws Exception {
        Files.createDirectories(state.resolve("secrets"));
    }

    @Test
    void aHospitalsTokenCarriesItsFacilityAndItsProtocols() {
        String token = Token.token(state, List.of("hospital", "F-TOKYO-01", "--protocols", "STEMIRAC"));

        assertThat(claims(token))
                .contains("\"groups\":[\"hospital\"]")
                .contains("\"facility_id\":\"F-TOKYO-01\"")
                .contains("\"protocols\":[\"STEMIRAC\"]");
    }

    @Test
    void everyRoleButAHospitalsNeedsNoFacility() {
        assertThat(Token.ROLES)
                .filteredOn(role -> !role.equals("hospital"))
                .allSatisfy(role -> assertThat(claims(Token.token(state, List.of(role))))
                        .contains("\"groups\":[\"" + role + "\"]")
                        .doesNotContain("facility_id"));
    }

    @Test
    void offersEveryRoleThatTheServicesKnow() {
        assertThat(Token.ROLES)
                .containsExactlyElementsOf(Arrays.stream(Role.values())
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void anUnknownRoleIsAnsweredWithTheListOfRoles() {
        assertThatThrownBy(() -> Token.token(state, List.of("surgeon")))
                .hasMessageContaining("surgeon")
                .hasMessageContaining("safety_officer");
    }

    @Test
    void aHospitalWithoutFacilityAndAnotherRoleWithOneAreRefused() {
        assertThatThrownBy(() -> Token.token(state, List.of("hospital"))).hasMessageContaining("facility");
        assertThatThrownBy(() -> Token.token(state, List.of("registrar", "F-TOKYO-01")))
                .hasMessageContaining("only a hospital");
    }

    @Test
    void withoutAKeyItSaysHowToGetOne() {
        assertThatThrownBy(() -> Token.token(state.resolve("nowhere"), List.of("registrar")))
                .hasMessageContaining("deploy/local/up");
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
