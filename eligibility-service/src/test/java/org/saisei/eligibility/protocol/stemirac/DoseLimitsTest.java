package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.PlannedDose;
import org.saisei.eligibility.protocol.Verdict;

@Tag("S-T2")
class DoseLimitsTest {
    private final DoseLimits limits = new DoseLimits();
    private final Parameters parameters = Parameters.defaults(DoseLimits.PARAMETERS);

    @ParameterizedTest
    @CsvSource({
        "72.4,  49999999,  NOT_MET",
        "72.4,  50000000,  MET",
        "72.4,  200000000, MET",
        "72.4,  200000001, NOT_MET",
        "40,    133600000, MET",
        "40,    133600001, NOT_MET",
        "20.123, 67210820, MET",
        "20.123, 67210821, NOT_MET",
        "14.98, 50033200,  MET",
        "14.98, 50033201,  NOT_MET",
        "14.9,  50000000,  NOT_MET",
        "14.9,  49766000,  NOT_MET",
        "14.97, 50000000,  NOT_MET",
        "59.880, 199999200, MET",
        "59.881, 200000000, MET",
        "59.880, 199999201, NOT_MET"
    })
    void theBoundsAreExactToACell(BigDecimal weightKg, BigDecimal cells, Verdict verdict) {
        assertThat(verdict(weightKg, cells)).isEqualTo(verdict);
    }

    private Verdict verdict(BigDecimal weightKg, BigDecimal cells) {
        return Judge.one(limits, new PlannedDose(weightKg, cells, parameters)).verdict();
    }
}
