package org.saisei.registry.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * By what two records are held to be the same patient: the record number within a facility, or the name in kana with
 * the birth date anywhere (ours). Writing differences are levelled: full and half width, hiragana and katakana, spaces,
 * case, and what cannot be seen.
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
    /** Fillers of Hangul, the blank of Braille, the grapheme joiner: nothing to see, and neither space nor format. */
    private static final Set<Integer> BLANKS = Set.of(0x034F, 0x115F, 0x1160, 0x2800);

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
                .codePoints()
                .filter(MatchKeys::isSeen)
                .map(point -> point >= FIRST_HIRAGANA && point <= LAST_HIRAGANA ? point + TO_KATAKANA : point)
                .forEach(levelled::appendCodePoint);
        return levelled.toString();
    }

    private static boolean isSeen(int point) {
        return !Character.isWhitespace(point)
                && !Character.isSpaceChar(point)
                && !Character.isIdentifierIgnorable(point)
                && !isVariationSelector(point)
                && !BLANKS.contains(point);
    }

    private static boolean isVariationSelector(int point) {
        return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
    }
}
