package org.saisei.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.saisei.registry.identity.MaskedComparison.Likeness;
import org.saisei.registry.identity.MaskedComparison.Particular;

class MaskedComparisonTest {
    private static final PatientIdentity ONE =
            new PatientIdentity("見本 太郎", "ミホン タロウ", LocalDate.of(1971, 8, 20), "MRN-0001");

    @Test
    void showsAPartOfEachAndWhetherTheWholesAreEqual() {
        var other = new PatientIdentity("見元 太郎", "みほんたろう", LocalDate.of(1971, 8, 20), "ＭＲＮ-0042");

        assertThat(MaskedComparison.of(ONE, other))
                .extracting(
                        MaskedComparison::particular,
                        MaskedComparison::one,
                        MaskedComparison::other,
                        MaskedComparison::likeness)
                .containsExactly(
                        tuple(Particular.NAME_KANJI, "見＊＊＊", "見＊＊＊", Likeness.DIFFERENT),
                        tuple(Particular.NAME_KANA, "ミ＊＊＊", "み＊＊＊", Likeness.EQUAL_AFTER_LEVELLING),
                        tuple(Particular.BIRTH_DATE, "1971-＊＊-＊＊", "1971-＊＊-＊＊", Likeness.EQUAL),
                        tuple(Particular.RECORD_NUMBER, "＊＊＊01", "＊＊＊42", Likeness.DIFFERENT));
    }

    @Test
    void showsNothingOfWhatAPartWouldTell() {
        var brief = new PatientIdentity("𠮷", "ヨ", LocalDate.of(1971, 8, 20), "4711");

        assertThat(MaskedComparison.of(brief, brief))
                .extracting(MaskedComparison::one)
                .containsExactly("＊＊＊", "＊＊＊", "1971-＊＊-＊＊", "＊＊＊");
    }

    @Test
    void doesNotCutACharacterInTwo() {
        var rare = new PatientIdentity("𠮷田", "ヨシダ", LocalDate.of(1971, 8, 20), "MRN-0001");

        assertThat(MaskedComparison.of(rare, ONE).getFirst().one()).isEqualTo("𠮷＊＊＊");
    }
}
