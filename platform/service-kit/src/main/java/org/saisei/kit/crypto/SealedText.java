package org.saisei.kit.crypto;

/**
 * A text encrypted with a data key of its own (AES-256-GCM), the data key wrapped by a key from the environment.
 *
 * @param keyId which wrapping key was used
 * @param wrappedKey the data key, wrapped; destroying it erases the text
 * @param ciphertext initialisation vector, ciphertext and tag
 */
public record SealedText(String keyId, byte[] wrappedKey, byte[] ciphertext) {}
