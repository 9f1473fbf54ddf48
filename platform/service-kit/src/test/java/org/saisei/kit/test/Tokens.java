package org.saisei.kit.test;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.saisei.local.LocalTokens;

/** Bearer tokens that the service under test accepts. */
public final class Tokens {
    private Tokens() {}

    /** A token of a role ({@code hospital}, {@code registrar}, …); the facility only for a hospital. */
    public static String token(String role, String facilityId, String... protocols) {
        return issuer().token(role, facilityId, Arrays.asList(protocols));
    }

    public static String hospital(String facilityId) {
        return token("hospital", facilityId);
    }

    public static String registrar() {
        return token("registrar", null);
    }

    public static String safetyOfficer() {
        return token("safety_officer", null);
    }

    /** A token that expires after the given time. */
    public static String shortLived(String role, String facilityId, Duration lifetime) {
        return issuer().token(role, facilityId, List.of(), lifetime);
    }

    /** The token with another value of a claim that is a string. */
    public static String changed(String token, String claim, String value) {
        return signed(claims(token).add(claim, value));
    }

    /** The token without a claim. */
    public static String without(String token, String claim) {
        return signed(claims(token).remove(claim));
    }

    private static JsonObjectBuilder claims(String token) {
        var payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        try (var claims = Json.createReader(new ByteArrayInputStream(payload))) {
            return Json.createObjectBuilder(claims.readObject());
        }
    }

    private static String signed(JsonObjectBuilder claims) {
        return issuer().signed(claims.build().toString());
    }

    private static LocalTokens issuer() {
        return LocalTokens.in(Path.of(ConfigProvider.getConfig().getValue(RealParts.FOLDER, String.class), "tokens"));
    }
}
