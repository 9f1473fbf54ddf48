package org.saisei.kit.crypto;

/** Seals texts that only a few may read, each with a key of its own. */
public interface Envelope {

    /**
     * @param context what the text belongs to (e.g. {@code case:<id>}); bound into the ciphertext, so that a row cannot
     *     be moved under another
     */
    SealedText seal(byte[] plaintext, String context);

    /** @throws IllegalStateException if the key is unknown, the context differs or the bytes were changed */
    byte[] open(SealedText sealed, String context);

    /** A keyed hash (HMAC-SHA-256) for finding equal values without storing them. */
    byte[] matchIndex(String value, String purpose);
}
