package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.PlannedDose;
import org.saisei.eligibility.protocol.Verdict;

@Tag("S-T2")
class DoseLimitsPropertyTest {
    private final DoseLimits limits = new DoseLimits();
    private final Parameters parameters = Parameters.defaults(DoseLimits.PARAMETERS);

    @Property
    void aDoseIsAllowedIffItIsWithinBothLimits(
            @ForAll @IntRange(min = 200, max = 650_000) int grams,
            @ForAll @LongRange(min = 0, max = 400_000_000) long cells) {
        // in whole numbers: cells · 1000 ≤ 3 340 000 · grams
        var perWeight = BigInteger.valueOf(cells)
                        .multiply(BigInteger.valueOf(1000))
                        .compareTo(BigInteger.valueOf(3_340_000).multiply(BigInteger.valueOf(grams)))
                <= 0;
        var allowed = cells >= 50_000_000 && cells <= 200_000_000 && perWeight;

        assertThat(verdict(BigDecimal.valueOf(grams, 3), BigDecimal.valueOf(cells)))
                .isEqualTo(allowed ? Verdict.MET : Verdict.NOT_MET);
    }

    @Property
    void theUpperBoundItselfIsAllowedAndOneCellMoreIsNot(@ForAll @IntRange(min = 14_971, max = 650_000) int grams) {
        var weight = BigDecimal.valueOf(grams, 3);
        var most = limits.interval(weight, parameters).orElseThrow().maxCells();

        assertThat(List.of(verdict(weight, most), verdict(weight, most.add(BigDecimal.ONE))))
                .containsExactly(Verdict.MET, Verdict.NOT_MET);
    }

    @Property
    void noDoseIsAllowedUnderTheWeightAtWhichTheLimitsMeet(@ForAll @IntRange(min = 200, max = 14_970) int grams) {
        assertThat(limits.interval(BigDecimal.valueOf(grams, 3), parameters)).isEmpty();
        assertThat(limits.emptyInterval(parameters).en()).contains("14.97 kg");
    }

    private Verdict verdict(BigDecimal weightKg, BigDecimal cells) {
        return Judge.one(limits, new PlannedDose(weightKg, cells, parameters)).verdict();
    }
}
