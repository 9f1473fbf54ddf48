package org.saisei.systemtests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.saisei.local.LocalTokens;

/** Tokens that no service may accept, by what is wrong with them; made from one that is right. */
final class ForgedTokens {
    private final LocalTokens issuer;
    private final String right;

    /** @param right a token of the issuer's that is accepted */
    ForgedTokens(LocalTokens issuer, String right) {
        this.issuer = issuer;
        this.right = right;
    }

    /** By what is wrong; the value is what follows {@code Authorization:}, empty for no such header. */
    Map<String, String> all() {
        var header = part(0);
        var payload = part(1);
        var signature = right.substring(right.lastIndexOf('.') + 1);
        var forged = new LinkedHashMap<String, String>();
        forged.put("none at all", "");
        forged.put("no scheme", right);
        forged.put("another scheme", "Basic " + right);
        forged.put("no token", "Bearer not-a-token");
        var now = Instant.now().getEpochSecond();
        forged.put("expired", claims(claims -> claims.put("exp", now - 3_600)));
        forged.put("without expiry", claims(claims -> claims.remove("exp")));
        forged.put(
                "not yet valid",
                claims(claims -> claims.put("nbf", now + Duration.ofHours(1).toSeconds())));
        forged.put("for another audience", claims(claims -> claims.put("aud", "another")));
        forged.put("for no audience", claims(claims -> claims.remove("aud")));
        forged.put("from another issuer", claims(claims -> claims.put("iss", "https://issuer.example")));
        forged.put("from no issuer", claims(claims -> claims.remove("iss")));
        forged.put("unsigned", "Bearer " + encoded("{\"alg\":\"none\"}") + "." + encoded(payload) + ".");
        forged.put("its signature left out", "Bearer " + encoded(header) + "." + encoded(payload) + ".");
        forged.put("signed with the public key as a secret", "Bearer " + withPublicKeyAsSecret(payload));
        forged.put(
                "another algorithm named",
                "Bearer " + encoded(header.replace("RS256", "PS256")) + "." + encoded(payload) + "." + signature);
        forged.put("tampered", "Bearer " + encoded(header) + "." + encoded(asRegistrar(payload)) + "." + signature);
        forged.put("signed by another", "Bearer " + LocalTokens.inMemory().signed(payload));
        return forged;
    }

    private String claims(Consumer<ObjectNode> change) {
        try {
            var claims = (ObjectNode) Caller.JSON.readTree(part(1));
            change.accept(claims);
            return "Bearer " + issuer.signed(claims.toString());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token that is as it should be, but for its claims. */
    String with(Consumer<ObjectNode> change) {
        return claims(change);
    }

    private static String asRegistrar(String payload) {
        try {
            var claims = (ObjectNode) Caller.JSON.readTree(payload);
            claims.putArray("groups").add("registrar").add("operator").add("safety_officer");
            return claims.toString();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String withPublicKeyAsSecret(String payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(issuer.publicKeyPem().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            var signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded(payload);
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String part(int number) {
        var parts = List.of(right.split("\\.", -1));
        return new String(Base64.getUrlDecoder().decode(parts.get(number)), StandardCharsets.UTF_8);
    }

    private static String encoded(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
