package org.saisei.registry.identity;

import java.util.List;

/**
 * How one particular of two patients compares, with so much of each as tells a slip of the pen from another person: of a
 * name its first character, of a birth date its year, of a record number its last two characters.
 *
 * @param one masked
 * @param other masked
 */
public record MaskedComparison(Particular particular, String one, String other, Likeness likeness) {

    /** What is compared. */
    public enum Particular {
        NAME_KANJI,
        NAME_KANA,
        BIRTH_DATE,
        RECORD_NUMBER
    }

    /** How alike the two are before they are masked. */
    public enum Likeness {
        EQUAL,
        /** Equal but for width, hiragana or katakana, spaces and case. */
        EQUAL_AFTER_LEVELLING,
        DIFFERENT
    }

    private static final String MASK = "＊＊＊";
    /** A shorter number would be told by its last two characters. */
    private static final int SHORTEST_NUMBER_SHOWN = 5;

    private static final int SHORTEST_NAME_SHOWN = 2;

    /** Every particular, in the order of {@link Particular}. */
    public static List<MaskedComparison> of(PatientIdentity one, PatientIdentity other) {
        return List.of(
                new MaskedComparison(
                        Particular.NAME_KANJI,
                        name(one.nameKanji()),
                        name(other.nameKanji()),
                        likeness(one.nameKanji(), other.nameKanji())),
                new MaskedComparison(
                        Particular.NAME_KANA,
                        name(one.nameKana()),
                        name(other.nameKana()),
                        likeness(one.nameKana(), other.nameKana())),
                new MaskedComparison(
                        Particular.BIRTH_DATE,
                        one.birthDate().getYear() + "-＊＊-＊＊",
                        other.birthDate().getYear() + "-＊＊-＊＊",
                        likeness(one.birthDate().toString(), other.birthDate().toString())),
                new MaskedComparison(
                        Particular.RECORD_NUMBER,
                        number(one.medicalRecordNumber()),
                        number(other.medicalRecordNumber()),
                        likeness(one.medicalRecordNumber(), other.medicalRecordNumber())));
    }

    private static Likeness likeness(String one, String other) {
        if (one.equals(other)) {
            return Likeness.EQUAL;
        }
        return MatchKeys.level(one).equals(MatchKeys.level(other))
                ? Likeness.EQUAL_AFTER_LEVELLING
                : Likeness.DIFFERENT;
    }

    private static String name(String name) {
        return name.codePointCount(0, name.length()) < SHORTEST_NAME_SHOWN
                ? MASK
                : name.substring(0, name.offsetByCodePoints(0, 1)) + MASK;
    }

    private static String number(String number) {
        int length = number.codePointCount(0, number.length());
        return length < SHORTEST_NUMBER_SHOWN
                ? MASK
                : MASK + number.substring(number.offsetByCodePoints(0, length - 2));
    }
}
