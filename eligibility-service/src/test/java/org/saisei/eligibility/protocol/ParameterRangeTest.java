package org.saisei.eligibility.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.protocol.stemirac.Stemirac;

/** The administration in the trial: from day 43 to day 54. */
@Tag("S-P9")
class ParameterRangeTest {
    private static final String FIRST = "administrationInTrialFirstDay";
    private static final String LAST = "administrationInTrialLastDay";

    private final List<ParameterChange> recorded = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        FIRST + ", 54, false",
        FIRST + ", 55, true",
        LAST + ", 43, false",
        LAST + ", 42, true",
        "marrowCollectionGuideDays, 0, false"
    })
    void theFirstMayBeTheLastButNotAfterIt(String parameter, int value, boolean crossed) {
        assertThat(by(parameter, value, "2026-04-01").isPresent()).isEqualTo(crossed);
    }

    @Test
    void aChangeIsHeldAgainstTheValueThatTheOtherWillHave() {
        recorded(LAST, 48, "2026-06-01");

        assertThat(by(FIRST, 48, "2026-04-01")).isEmpty();
        assertThat(by(FIRST, 50, "2026-04-01").map(ParameterRange.Crossed::on)).contains(LocalDate.of(2026, 6, 1));
        assertThat(by(LAST, 60, "2026-05-01")).isEmpty();
    }

    @Test
    void daysOnWhichAnotherChangeHoldsInItsPlaceDoNotCount() {
        recorded(FIRST, 40, "2026-06-01");
        recorded(LAST, 48, "2026-06-01");

        assertThat(by(FIRST, 50, "2026-04-01")).isEmpty();
        assertThat(by(FIRST, 50, "2026-06-01")).isPresent();
    }

    @Test
    void oneThatIsThereAlreadyKeepsNobodyFromMendingIt() {
        recorded(FIRST, 60, "2026-04-01");

        assertThat(by(FIRST, 43, "2026-04-01")).isEmpty();
        assertThat(by(LAST, 60, "2026-04-01")).isEmpty();
        assertThat(by(LAST, 59, "2026-04-01")).isPresent();
    }

    @Test
    void itSaysWhichValuesWouldCross() {
        var crossed = by(FIRST, 60, "2026-04-01").orElseThrow();

        assertThat(crossed.range().first().code()).isEqualTo(FIRST);
        assertThat(crossed.firstValue()).isEqualByComparingTo("60");
        assertThat(crossed.range().last().code()).isEqualTo(LAST);
        assertThat(crossed.lastValue()).isEqualByComparingTo("54");
    }

    private Optional<ParameterRange.Crossed> by(String parameter, int value, String from) {
        return ParameterRange.crossedBy(
                change(parameter, value, from), recorded, new ProtocolCatalogue(Stream.of(new Stemirac())));
    }

    private void recorded(String parameter, int value, String from) {
        recorded.add(change(parameter, value, from));
    }

    private ParameterChange change(String parameter, int value, String from) {
        return new ParameterChange(
                new UUID(0, recorded.size()),
                "STEMIRAC",
                parameter,
                "DOC-" + recorded.size(),
                BigDecimal.valueOf(value),
                LocalDate.parse(from),
                "why",
                Instant.EPOCH);
    }
}
