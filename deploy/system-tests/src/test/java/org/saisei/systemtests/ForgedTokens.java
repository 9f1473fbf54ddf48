package org.saisei.systemtests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
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
    private final Jwt right;

    /** @param right a token of the issuer's that is accepted */
    ForgedTokens(LocalTokens issuer, String right) {
        this.issuer = issuer;
        this.right = Jwt.of(right);
    }

    /** By what is wrong; the value is what follows {@code Authorization:}, empty for no such header. */
    Map<String, String> all() {
        var payload = right.payload();
        var signature = right.signature();
        var sent = right.compact();
        var forged = new LinkedHashMap<String, String>();
        forged.put("none at all", "");
        forged.put("no scheme", sent);
        forged.put("another scheme", "Basic " + sent);
        forged.put("no token", "Bearer not-a-token");
        var now = Instant.now().getEpochSecond();
        forged.put("expired", claims(claims -> claims.put("exp", now - 3_600)));
        forged.put("without expiry", claims(claims -> claims.remove("exp")));
        forged.put(
                "not yet valid",
                claims(claims -> claims.put("nbf", now + Duration.ofHours(1).toSeconds())));
        forged.put("with an expiry that is no time", claims(claims -> claims.put("exp", "never")));
        forged.put("for another audience", claims(claims -> claims.put("aud", "another")));
        forged.put(
                "for others only",
                claims(claims -> claims.putArray("aud").add("account").add("saisei-other")));
        forged.put("for no audience", claims(claims -> claims.remove("aud")));
        forged.put("from another issuer", claims(claims -> claims.put("iss", "https://issuer.example")));
        forged.put(
                "from an issuer that begins like ours", claims(claims -> claims.put("iss", LocalTokens.ISSUER + "/x")));
        forged.put("from no issuer", claims(claims -> claims.remove("iss")));
        forged.put("unsigned", bearer(new Jwt("{\"alg\":\"none\"}", payload, "")));
        forged.put("its signature left out", bearer(right.withSignature("")));
        forged.put("signed with the public key as a secret", "Bearer " + withPublicKeyAsSecret(payload));
        forged.put(
                "another algorithm named",
                bearer(right.withHeader(right.header().replace("RS256", "PS256"))));
        for (var algorithm : List.of("RS384", "RS512", "PS256")) {
            forged.put(
                    "signed by the issuer with " + algorithm,
                    "Bearer " + issuer.signed(payload, Map.of("alg", algorithm)));
        }
        forged.put("its algorithm in capitals of another kind", bearer(new Jwt("{\"alg\":\"nOnE\"}", payload, "")));
        forged.put("its signature changed", bearer(right.withSignature(changed(signature))));
        forged.put("tampered", bearer(right.withPayload(asRegistrar())));
        var another = LocalTokens.inMemory();
        forged.put("signed by another", "Bearer " + another.signed(payload));
        forged.put("signed by another, with its key", "Bearer " + another.signed(payload, Map.of("jwk", jwk(another))));
        forged.put(
                "signed by another, saying where its keys are",
                "Bearer " + another.signed(payload, Map.of("jku", "https://issuer.example/keys", "kid", "1")));
        forged.put(
                "signed by another, with the name of a file for its key",
                "Bearer " + another.signed(payload, Map.of("kid", "../../../../dev/null")));
        forged.put(
                "signed by another, with a certificate of its own",
                "Bearer " + another.signed(payload, Map.of("x5u", "https://issuer.example/cert.pem")));
        forged.put("of five parts", "Bearer " + sent + ".AAAA.AAAA");
        forged.put("the right one and more behind it", "Bearer " + sent + " " + sent);
        return forged;
    }

    private String claims(Consumer<ObjectNode> change) {
        var claims = right.claims();
        change.accept(claims);
        return "Bearer " + issuer.signed(claims.toString());
    }

    private static String bearer(Jwt token) {
        return "Bearer " + token.compact();
    }

    private static String changed(String signature) {
        return (signature.charAt(0) == 'A' ? 'B' : 'A') + signature.substring(1);
    }

    private static Map<String, String> jwk(LocalTokens tokens) {
        try {
            var spki = new X509EncodedKeySpec(Base64.getDecoder().decode(tokens.publicKeyBase64()));
            var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spki);
            return Map.of(
                    "kty", "RSA",
                    "n", Jwt.encoded(key.getModulus().toByteArray()),
                    "e", Jwt.encoded(key.getPublicExponent().toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token that is as it should be, but for its claims. */
    String with(Consumer<ObjectNode> change) {
        return claims(change);
    }

    private String asRegistrar() {
        var claims = right.claims();
        claims.putArray("groups").add("registrar").add("operator").add("safety_officer");
        return claims.toString();
    }

    private String withPublicKeyAsSecret(String payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(issuer.publicKeyPem().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            var header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
            var signed = Jwt.encoded(header) + "." + Jwt.encoded(payload);
            var signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
            return new Jwt(header, payload, Jwt.encoded(signature)).compact();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
