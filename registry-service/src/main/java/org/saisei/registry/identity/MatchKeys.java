package org.saisei.registry.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * By what two records are held to be the same patient: the record number within a facility, or the name in kana with
 * the birth date anywhere (ours). Writing differences are levelled: full and half width, hiragana and katakana, spaces,
 * case.
 */
public final class MatchKeys {

    /** @param value to be stored as a keyed hash only */
    public record MatchKey(String purpose, String value) {
        @Override
        public String toString() {
            return "MatchKey[" + purpose + "]";
        }
    }

    private static final char SEPARATOR = '\u001F';
    private static final char FIRST_HIRAGANA = '\u3041';
    private static final char LAST_HIRAGANA = '\u3096';
    private static final int TO_KATAKANA = 0x60;

    private MatchKeys() {}

    public static List<MatchKey> of(String facilityId, PatientIdentity identity) {
        return List.of(
                new MatchKey("identity:record-number", facilityId + SEPARATOR + level(identity.medicalRecordNumber())),
                new MatchKey(
                        "identity:kana-and-birth-date", level(identity.nameKana()) + SEPARATOR + identity.birthDate()));
    }

    static String level(String text) {
        var levelled = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .chars()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .map(c -> c >= FIRST_HIRAGANA && c <= LAST_HIRAGANA ? c + TO_KATAKANA : c)
                .forEach(c -> levelled.append((char) c));
        return levelled.toString();
    }
}
