package org.saisei.kit.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys from the environment that wrap data keys (RFC 3394): the first wraps, all of them unwrap. */
@ApplicationScoped
class WrappingKeys {
    static final int KEY_BYTES = 32;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();

    /** @param wrapping {@code id:base64} of 32 bytes each; ids are told apart for as long as a row names one */
    WrappingKeys(@ConfigProperty(name = "saisei.keys.wrapping") Optional<List<String>> wrapping) {
        for (var entry : wrapping.orElse(List.of())) {
            int colon = entry.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("saisei.keys.wrapping is a list of id:base64");
            }
            var key = new SecretKeySpec(key(entry.substring(colon + 1)), "AES");
            if (keys.put(entry.substring(0, colon), key) != null) {
                throw new IllegalArgumentException("saisei.keys.wrapping names one id twice");
            }
        }
    }

    static byte[] key(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, in base64");
        }
        return bytes;
    }

    /** The id of the one that wraps. */
    String first() {
        return keys.keySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("saisei.keys.wrapping is not configured"));
    }

    boolean knows(String id) {
        return keys.containsKey(id);
    }

    /** Wraps with the first. */
    byte[] wrap(SecretKey dataKey) throws GeneralSecurityException {
        var wrap = Cipher.getInstance("AESWrap");
        wrap.init(Cipher.WRAP_MODE, keys.get(first()));
        return wrap.wrap(dataKey);
    }

    /** @throws GeneralSecurityException if the bytes were not wrapped by this key */
    SecretKey unwrap(String id, byte[] wrapped) throws GeneralSecurityException {
        var wrapping = keys.get(id);
        if (wrapping == null) {
            throw new IllegalStateException("wrapping key " + id + " is not configured");
        }
        var unwrap = Cipher.getInstance("AESWrap");
        unwrap.init(Cipher.UNWRAP_MODE, wrapping);
        return (SecretKey) unwrap.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
    }
}
