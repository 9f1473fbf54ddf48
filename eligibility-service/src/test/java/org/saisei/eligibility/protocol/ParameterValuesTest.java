package org.saisei.eligibility.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {
    private static final Parameter GUIDE = new Parameter(
            "guide", "days", BigDecimal.valueOf(31), true, "1", new Text("目安", "guide"), Parameter.Range.of(0, 60));
    private final List<ParameterChange> recorded = new ArrayList<>();

    @Test
    void aParameterNobodyHasChangedHasItsDefault() {
        assertThat(on("2026-04-01")).isEqualTo(31);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 31", "2026-04-01, 40", "2026-04-30, 40", "2026-05-01, 45", "2199-12-31, 45"})
    void aChangeHoldsFromItsFirstDayUntilTheNextOnesFirstDay(String day, int value) {
        change(40, "2026-04-01");
        change(45, "2026-05-01");

        assertThat(on(day)).isEqualTo(value);
    }

    @Test
    void ofTwoFromTheSameDayTheOneRecordedLastHolds() {
        change(40, "2026-04-01");
        change(45, "2026-04-01");

        assertThat(on("2026-04-01")).isEqualTo(45);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 31", "2026-04-01, 45", "2026-04-30, 45", "2026-05-01, 40"})
    void oneRecordedLaterFromAnEarlierDayHoldsUntilTheOtherBegins(String day, int value) {
        change(40, "2026-05-01");
        change(45, "2026-04-01");

        assertThat(on(day)).isEqualTo(value);
    }

    @Test
    void whatTheVersionDoesNotAllowDoesNotHoldUnderIt() {
        change(40, "2026-04-01");
        change(61, "2026-05-01");

        assertThat(on("2026-05-01")).isEqualTo(40);
        var limit = new Parameter("guide", "days", BigDecimal.valueOf(31), false, "1", GUIDE.meaning(), null);
        assertThat(ParameterValues.inForce(limit, recorded, LocalDate.parse("2026-05-01")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "60, true", "61, false", "30.5, false", "30.0, true"})
    void aRangeHoldsBothItsBoundsAndWholeNumbersOnly(String value, boolean allowed) {
        assertThat(GUIDE.allows(new BigDecimal(value))).isEqualTo(allowed);
    }

    private int on(String day) {
        return ParameterValues.inForce(GUIDE, recorded, LocalDate.parse(day))
                .map(ParameterChange::value)
                .orElse(GUIDE.defaultValue())
                .intValueExact();
    }

    private void change(int value, String from) {
        recorded.add(new ParameterChange(
                new UUID(0, recorded.size()),
                "TOY",
                "guide",
                "DOC-" + recorded.size(),
                BigDecimal.valueOf(value),
                LocalDate.parse(from),
                "why",
                Instant.EPOCH));
    }
}
