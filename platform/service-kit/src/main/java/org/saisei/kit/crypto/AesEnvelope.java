package org.saisei.kit.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** AES-256-GCM for the text, RFC 3394 key wrap for its key. */
@ApplicationScoped
class AesEnvelope implements Envelope {
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final WrappingKeys wrappingKeys;
    private final Optional<byte[]> matchKey;

    /** @param match base64 of 32 bytes */
    AesEnvelope(WrappingKeys wrappingKeys, @ConfigProperty(name = "saisei.keys.match") Optional<String> match) {
        this.wrappingKeys = wrappingKeys;
        this.matchKey = match.map(WrappingKeys::key);
    }

    @Override
    public SealedText seal(byte[] plaintext, String context) {
        try {
            var bytes = new byte[WrappingKeys.KEY_BYTES];
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
            return new SealedText(wrappingKeys.first(), wrappingKeys.wrap(dataKey), ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    @Override
    public byte[] open(SealedText sealed, String context) {
        try {
            var dataKey = wrappingKeys.unwrap(sealed.keyId(), sealed.wrappedKey());
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
