package org.saisei.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokensTest {

    @Test
    void aHospitalsTokenNamesItsFacilityAndIsVerifiedByThePublicKey() throws Exception {
        LocalTokens tokens = LocalTokens.inMemory();

        JwtClaims claims = verify(tokens, tokens.token("hospital", "F-TOKYO-01", Set.of("STEMIRAC")));

        assertThat(claims.getSubject()).isEqualTo("local-hospital-F-TOKYO-01");
        assertThat(claims.getStringListClaimValue("groups")).isEqualTo(List.of("hospital"));
        assertThat(claims.getStringClaimValue("facility_id")).isEqualTo("F-TOKYO-01");
        assertThat(claims.getStringListClaimValue("protocols")).isEqualTo(List.of("STEMIRAC"));
        assertThat(claims.getStringClaimValue("azp")).isEqualTo("saisei-local");
    }

    @Test
    void theKeyOfAFolderIsKeptAndOnlyItsOwnerReadsIt(@TempDir Path folder) throws Exception {
        String token = LocalTokens.in(folder).token("registrar", null, Set.of());

        JwtClaims claims = verify(LocalTokens.in(folder), token);

        assertThat(claims.hasClaim("facility_id")).isFalse();
        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aTokenWithANegativeLifetimeHasExpired() {
        LocalTokens tokens = LocalTokens.inMemory();

        String expired = tokens.token("operator", null, Set.of(), Duration.ofMinutes(-5));

        assertThatThrownBy(() -> verify(tokens, expired)).isInstanceOf(InvalidJwtException.class);
    }

    private static JwtClaims verify(LocalTokens tokens, String token) throws Exception {
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(tokens.publicKeyBase64())));
        return new JwtConsumerBuilder()
                .setExpectedIssuer(LocalTokens.ISSUER)
                .setExpectedAudience(LocalTokens.AUDIENCE)
                .setRequireExpirationTime()
                .setVerificationKey(key)
                .build()
                .processToClaims(token);
    }
}
