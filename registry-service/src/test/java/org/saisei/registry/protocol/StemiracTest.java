package org.saisei.registry.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemiracTest {
    private final Stemirac protocol = new Stemirac();

    /** 3.34×10⁶ cells per kg reach 2.0×10⁸ at 59.88… kg; 50.5 kg allow 168,670,000; 14.971 kg 50,003,140. */
    @ParameterizedTest
    @Tag("S-T2")
    @CsvSource({
        "72.4, 49999999, BELOW_MINIMUM",
        "72.4, 50000000, ",
        "72.4, 200000000, ",
        "72.4, 200000001, ABOVE_MAXIMUM",
        "50.5, 168670000, ",
        "50.5, 168670001, ABOVE_MAXIMUM",
        "50.505, 168686700, ",
        "50.505, 168686701, ABOVE_MAXIMUM",
        "14.971, 50003140, ",
        "14.971, 50003141, ABOVE_MAXIMUM",
        "59.88, 199999200, ",
        "59.88, 199999201, ABOVE_MAXIMUM",
        "59.881, 200000000, ",
    })
    void theDoseIsExactToOneCell(BigDecimal weightKg, BigDecimal cells, String code) {
        assertThat(protocol.weighDose(cells, weightKg))
                .extracting(Finding::code)
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
    }

    @Test
    @Tag("S-T2")
    void fourteenPointNineKilogramsAllowNoDose() {
        var weight = new BigDecimal("14.9");

        assertThat(protocol.doseInterval(weight).isEmpty()).isTrue();
        assertThat(protocol.weighDose(new BigDecimal("50000000"), weight))
                .extracting(Finding::ruleId, Finding::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("S-T2", "NO_DOSE_ALLOWED"));
    }

    @ParameterizedTest
    @Tag("S-T2")
    @CsvSource({
        "1, NO_DOSE_ALLOWED BELOW_MINIMUM",
        "49766000, NO_DOSE_ALLOWED BELOW_MINIMUM",
        "49999999, NO_DOSE_ALLOWED BELOW_MINIMUM",
        "50000000, NO_DOSE_ALLOWED",
        "200000001, NO_DOSE_ALLOWED",
    })
    void anEmptyIntervalIsSaidAtEveryDose(BigDecimal cells, String codes) {
        assertThat(protocol.weighDose(cells, new BigDecimal("14.9")))
                .extracting(Finding::code)
                .containsExactly(codes.split(" "));
    }

    @Property
    @net.jqwik.api.Tag("S-T2")
    void aDoseIsWithinExactlyIfItIsWithinAllThreeBounds(
            @ForAll @LongRange(min = 1, max = 400_000_000) long cells,
            @ForAll @BigRange(min = "0.1", max = "200") @Scale(3) BigDecimal weightKg) {
        // in whole grams and cells, without BigDecimal: 3.34×10⁶ per kg are 3340 per g
        long grams =
                weightKg.movePointRight(3).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
        boolean within = cells >= 50_000_000 && cells <= 200_000_000 && cells <= 3340 * grams;

        assertThat(protocol.weighDose(BigDecimal.valueOf(cells), weightKg).isEmpty())
                .isEqualTo(within);
    }

    @ParameterizedTest
    @Tag("S-T3")
    @CsvSource({
        "40, 80, 0.7, ",
        "40, 79.999, 0.7, DILUTION_BELOW_MINIMUM",
        "40, 80, 1.0, ",
        "40, 80, 1.001, FLOW_OUTSIDE_GUIDE",
        "40, 80, 0.699, FLOW_OUTSIDE_GUIDE",
    })
    void dilutionIsALimitAndFlowAGuide(BigDecimal product, BigDecimal saline, BigDecimal flow, String code) {
        var findings = protocol.weighInfusion(new Infusion(product, saline, flow));

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
        assertThat(findings)
                .allMatch(finding -> finding.strength()
                        == (finding.code().equals("FLOW_OUTSIDE_GUIDE")
                                ? Finding.Strength.GUIDE
                                : Finding.Strength.LIMIT));
    }

    @Test
    void theProtocolIsFoundByItsCode() {
        assertThat(Protocols.find("STEMIRAC")).containsInstanceOf(Stemirac.class);
        assertThat(Protocols.find("NONE_SUCH")).isEmpty();
    }
}
