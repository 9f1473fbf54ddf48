package org.saisei.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientIdentityTest {

    @ParameterizedTest
    @CsvSource({
        "1971-08-20, 2026-08-19, 54",
        "1971-08-20, 2026-08-20, 55",
        "2004-02-29, 2026-02-28, 21",
        "2004-02-29, 2026-03-01, 22",
        "2026-04-05, 2026-04-05, 0"
    })
    void ageCountsCompletedYears(LocalDate birthDate, LocalDate day, int years) {
        assertThat(identity("ミホン", birthDate, "M-1").ageOn(day)).isEqualTo(years);
    }

    @Test
    void writingDifferencesDoNotHideADuplicate() {
        var birthDate = LocalDate.of(1971, 8, 20);

        assertThat(MatchKeys.of("F-1", identity("みほん　たろう", birthDate, "ｍ-１")))
                .isEqualTo(MatchKeys.of("F-1", identity("ミホン タロウ", birthDate, "M-1")));
        assertThat(MatchKeys.of("F-1", identity("ﾐﾎﾝﾀﾛｳ", birthDate, "M-1")))
                .isEqualTo(MatchKeys.of("F-1", identity("ミホン タロウ", birthDate, "M-1")));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00AD, 0x034F, 0x061C, 0x115F, 0x180E, 0x200B, 0x200D, 0x202E, 0x2060, 0x2800, 0x3164, 0xFE0F, 0xFEFF,
                0xFFA0, 0xE0001, 0xE0100
            })
    void whatCannotBeSeenHidesNoDuplicate(int point) {
        var birthDate = LocalDate.of(1971, 8, 20);
        var invisible = Character.toString(point);

        assertThat(MatchKeys.of("F-1", identity("ミ" + invisible + "ホン", birthDate, "M-" + invisible + "1")))
                .isEqualTo(MatchKeys.of("F-1", identity("ミホン", birthDate, "M-1")));
    }

    @Test
    void theSameRecordNumberElsewhereIsAnotherPatient() {
        var identity = identity("ミホン", LocalDate.of(1971, 8, 20), "M-1");

        assertThat(MatchKeys.of("F-1", identity).getFirst())
                .isNotEqualTo(MatchKeys.of("F-2", identity).getFirst());
        assertThat(MatchKeys.of("F-1", identity).getLast())
                .isEqualTo(MatchKeys.of("F-2", identity).getLast());
    }

    @Test
    void nothingPrintsAnIdentity() {
        var identity = identity("ミホン", LocalDate.of(1971, 8, 20), "M-1");

        assertThat(identity.toString() + MatchKeys.of("F-1", identity)).doesNotContain("ミホン", "1971", "M-1", "見本");
    }

    private static PatientIdentity identity(String kana, LocalDate birthDate, String recordNumber) {
        return new PatientIdentity("見本", kana, birthDate, recordNumber);
    }
}
