package org.saisei.kit.test;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.saisei.kit.crypto.SealedText;

/**
 * A row that holds a wrapped key, looked at from outside.
 *
 * @param prefix of the columns {@code key_id} and {@code wrapped_key}
 * @param where condition that names the row
 */
public record SealedRow(String table, String prefix, String where) {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String FORMER_KEY = "HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /** What the service under test is given: one that wraps, and one from before that it still knows. */
    static final String WRAPPING_KEYS = "test:" + KEY + ",former:" + FORMER_KEY;

    private Map<String, Object> row() {
        return Database.rows("SELECT %skey_id AS id, %swrapped_key AS key FROM %s WHERE %s"
                        .formatted(prefix, prefix, table, where))
                .getFirst();
    }

    public String keyId() {
        return (String) row().get("id");
    }

    public byte[] wrappedKey() {
        return (byte[]) row().get("key");
    }

    /** @param ciphertext of this row, in base64, wherever it was found */
    public SealedText with(String ciphertext) {
        return new SealedText(keyId(), wrappedKey(), Base64.getDecoder().decode(ciphertext));
    }

    public void put(String keyId, byte[] wrappedKey) throws SQLException {
        try (var connection = Database.superuser();
                var update = connection.prepareStatement("UPDATE %s SET %skey_id = ?, %swrapped_key = ? WHERE %s"
                        .formatted(table, prefix, prefix, where))) {
            update.setString(1, keyId);
            update.setBytes(2, wrappedKey);
            update.executeUpdate();
        }
    }

    /** As if it had been sealed before the wrapping key was replaced. */
    public void putUnderTheFormerKey() throws SQLException, GeneralSecurityException {
        var unwrap = Cipher.getInstance("AESWrap");
        unwrap.init(Cipher.UNWRAP_MODE, key(KEY));
        var dataKey = (SecretKey) unwrap.unwrap(wrappedKey(), "AES", Cipher.SECRET_KEY);
        var wrap = Cipher.getInstance("AESWrap");
        wrap.init(Cipher.WRAP_MODE, key(FORMER_KEY));
        put("former", wrap.wrap(dataKey));
    }

    private static SecretKey key(String base64) {
        return new SecretKeySpec(Base64.getDecoder().decode(base64), "AES");
    }
}
