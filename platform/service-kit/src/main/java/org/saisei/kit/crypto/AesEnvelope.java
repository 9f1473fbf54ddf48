package org.saisei.kit.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** AES-256-GCM for the text, RFC 3394 key wrap for its key. */
@ApplicationScoped
class AesEnvelope implements Envelope {
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> wrappingKeys;
    private final Optional<byte[]> matchKey;

    /**
     * @param wrapping {@code id:base64} of 32 bytes each; the first seals, all of them open
     * @param match base64 of 32 bytes
     */
    AesEnvelope(
            @ConfigProperty(name = "saisei.keys.wrapping") Optional<List<String>> wrapping,
            @ConfigProperty(name = "saisei.keys.match") Optional<String> match) {
        wrappingKeys = new LinkedHashMap<>();
        for (var entry : wrapping.orElse(List.of())) {
            int colon = entry.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("saisei.keys.wrapping is a list of id:base64");
            }
            wrappingKeys.put(entry.substring(0, colon), new SecretKeySpec(key(entry.substring(colon + 1)), "AES"));
        }
        matchKey = match.map(AesEnvelope::key);
    }

    private static byte[] key(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, in base64");
        }
        return bytes;
    }

    @Override
    public SealedText seal(byte[] plaintext, String context) {
        var current = wrappingKeys.entrySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("saisei.keys.wrapping is not configured"));
        try {
            var bytes = new byte[KEY_BYTES];
            random.nextBytes(bytes);
            var dataKey = new SecretKeySpec(bytes, "AES");
            var iv = new byte[IV_BYTES];
            random.nextBytes(iv);
            var cipher = cipher(Cipher.ENCRYPT_MODE, dataKey, iv, context);
            var sealed = cipher.doFinal(plaintext);
            var ciphertext = ByteBuffer.allocate(IV_BYTES + sealed.length)
                    .put(iv)
                    .put(sealed)
                    .array();
            var wrap = Cipher.getInstance("AESWrap");
            wrap.init(Cipher.WRAP_MODE, current.getValue());
            return new SealedText(current.getKey(), wrap.wrap(dataKey), ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    @Override
    public byte[] open(SealedText sealed, String context) {
        var wrapping = wrappingKeys.get(sealed.keyId());
        if (wrapping == null) {
            throw new IllegalStateException("wrapping key " + sealed.keyId() + " is not configured");
        }
        try {
            var unwrap = Cipher.getInstance("AESWrap");
            unwrap.init(Cipher.UNWRAP_MODE, wrapping);
            var dataKey = (SecretKey) unwrap.unwrap(sealed.wrappedKey(), "AES", Cipher.SECRET_KEY);
            var iv = java.util.Arrays.copyOf(sealed.ciphertext(), IV_BYTES);
            return cipher(Cipher.DECRYPT_MODE, dataKey, iv, context)
                    .doFinal(sealed.ciphertext(), IV_BYTES, sealed.ciphertext().length - IV_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open: changed bytes, or of another context", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] iv, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public byte[] matchIndex(String value, String purpose) {
        var key = matchKey.orElseThrow(() -> new IllegalStateException("saisei.keys.match is not configured"));
        return Hmac.sha256(key, purpose.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }
}
