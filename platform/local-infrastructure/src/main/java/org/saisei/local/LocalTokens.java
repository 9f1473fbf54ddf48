package org.saisei.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The issuer of one machine's tokens. Services trust it only in local mode and bound to loopback.
 *
 * <p>Tokens are RS256-signed JWTs with issuer {@value #ISSUER}, audience {@value #AUDIENCE}, the role in
 * {@code groups}, and {@code facility_id} and {@code protocols} where given.
 */
public final class LocalTokens implements TokenIssuer {

    public static final String ISSUER = "https://saisei.local";
    public static final String AUDIENCE = "saisei";
    public static final String CLIENT = "saisei-local";

    /** A token's lifetime unless told otherwise. */
    public static final Duration LIFETIME = Duration.ofHours(8);

    private static final String KEY_FILE = "token-signing-key.pem";
    private static final String PEM_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String PEM_END = "-----END PRIVATE KEY-----";

    private final KeyPair keys;

    private LocalTokens(KeyPair keys) {
        this.keys = keys;
    }

    /** Uses the key kept in the folder, readable by its owner only; makes one if there is none. */
    public static LocalTokens in(Path folder) {
        String pem = new Secrets(folder)
                .kept(KEY_FILE, () -> PEM_BEGIN + "\n" + base64Lines(generate().getPrivate()) + "\n" + PEM_END + "\n");
        String body = pem.replace(PEM_BEGIN, "").replace(PEM_END, "");
        return new LocalTokens(fromPrivate(Base64.getMimeDecoder().decode(body)));
    }

    /** Uses a key that exists in this JVM only. */
    public static LocalTokens inMemory() {
        return new LocalTokens(generate());
    }

    /** The public key as PEM (X.509 SubjectPublicKeyInfo). */
    public String publicKeyPem() {
        return "-----BEGIN PUBLIC KEY-----\n" + base64Lines(keys.getPublic()) + "\n-----END PUBLIC KEY-----\n";
    }

    /** The public key as PEM's body on one line, fit for an environment variable. */
    public String publicKeyBase64() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** A token that lasts {@link #LIFETIME}; see {@link #token(String, String, Collection, Duration)}. */
    @Override
    public String token(String role, @Nullable String facilityId, Collection<String> protocols) {
        return token(role, facilityId, protocols, LIFETIME);
    }

    /**
     * Issues a token.
     *
     * @param role the group's name, e.g. {@code safety_officer}; not checked
     * @param facilityId the hospital's facility; null for other roles
     * @param protocols the protocols the token is limited to; empty for no limit
     * @param lifetime from now; negative for a token that has expired
     */
    public String token(String role, @Nullable String facilityId, Collection<String> protocols, Duration lifetime) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject("local-" + role + (facilityId == null ? "" : "-" + facilityId));
        claims.setClaim("azp", CLIENT);
        claims.setGeneratedJwtId();
        NumericDate now = NumericDate.now();
        NumericDate expiry = NumericDate.fromSeconds(now.getValue() + lifetime.toSeconds());
        claims.setIssuedAt(lifetime.isNegative() ? NumericDate.fromSeconds(expiry.getValue() - 60) : now);
        claims.setExpirationTime(expiry);
        claims.setStringListClaim("groups", List.of(role));
        if (facilityId != null) {
            claims.setStringClaim("facility_id", facilityId);
        }
        if (!protocols.isEmpty()) {
            claims.setStringListClaim("protocols", List.copyOf(protocols));
        }
        return signed(claims.toJson());
    }

    /**
     * Signs claims as they are, for tests of what services refuse.
     *
     * @param claims a JSON object
     */
    public String signed(String claims) {
        return signed(claims, Map.of());
    }

    /**
     * Signs claims as they are under a header of one's own.
     *
     * @param header members of the JOSE header, which win over {@code alg} (RS256) and {@code typ}; {@code alg} is one for RSA
     */
    public String signed(String claims, Map<String, ?> header) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims);
        signature.setKey(keys.getPrivate());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        header.forEach(signature.getHeaders()::setObjectHeaderValue);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair fromPrivate(byte[] encoded) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            PrivateKey privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            RSAPrivateCrtKey numbers = (RSAPrivateCrtKey) privateKey;
            PublicKey publicKey =
                    factory.generatePublic(new RSAPublicKeySpec(numbers.getModulus(), numbers.getPublicExponent()));
            return new KeyPair(publicKey, privateKey);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("the kept signing key cannot be read; remove it to get a new one", e);
        }
    }

    private static String base64Lines(java.security.Key key) {
        return Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
    }
}
