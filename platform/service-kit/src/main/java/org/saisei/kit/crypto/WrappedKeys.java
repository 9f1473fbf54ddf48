package org.saisei.kit.crypto;

/**
 * A table whose rows hold wrapped data keys. A service has a bean of this type for each, so that none is left behind when
 * the wrapping key is changed; its runtime role may update the two columns.
 *
 * @param table with its schema where that is not {@code public}
 * @param keyId column that names the wrapping key
 * @param wrappedKey column of the wrapped data key; empty or null once it was destroyed
 */
public record WrappedKeys(String table, String keyId, String wrappedKey) {}
