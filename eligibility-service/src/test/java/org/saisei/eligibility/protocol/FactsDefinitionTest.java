package org.saisei.eligibility.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.protocol.FactsDefinition.Reading;

class FactsDefinitionTest {
    private static final Text NONE = new Text("", "");
    private static final Fact<Boolean> FLAG = new Fact<>("flag", new FactType.Flag(), NONE);
    private static final Fact<LocalDate> DAY = new Fact<>("group.day", new FactType.Day(true), NONE);
    private static final Fact<BigDecimal> WEIGHT =
            new Fact<>("group.weight", new FactType.Quantity("kg", BigDecimal.ONE, new BigDecimal("100"), 1), NONE);
    private static final Fact<Kind> CODE = new Fact<>("code", new FactType.Code<>(Kind.class), NONE);

    private final FactsDefinition definition = new FactsDefinition(List.of(FLAG, DAY, WEIGHT, CODE));

    @Test
    void whatIsReadCanBeWrittenAndReadAgain() {
        var facts = accepted(Map.of(
                "flag",
                true,
                "code",
                "CAUTION",
                "group",
                Map.of("day", "2026-04-01", "weight", new BigDecimal("72.4"))));

        assertThat(accepted(facts.document())).isEqualTo(facts);
        assertThat(facts.get(WEIGHT)).isEqualByComparingTo("72.4");
        assertThat(facts.get(DAY)).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(facts.get(CODE)).isEqualTo(Kind.CAUTION);
    }

    @Test
    void aNullMemberIsUnknownAndNotNo() {
        var document = new HashMap<String, Object>();
        document.put("flag", null);

        assertThat(accepted(document).knows(FLAG)).isFalse();
    }

    @Test
    void everyFaultIsNamedWithItsPlaceAndWithoutItsValue() {
        var faults = refused(Map.of(
                "flag",
                "secret",
                "code",
                "SECRET",
                "nobody",
                1,
                "group",
                Map.of("day", "2026-02-30", "weight", new BigDecimal("0.9"), "other", true)));

        assertThat(faults)
                .extracting(Fault::pointer, Fault::rule)
                .containsExactlyInAnyOrder(
                        tuple("/facts/flag", "TYPE"),
                        tuple("/facts/code", "UNKNOWN_CODE"),
                        tuple("/facts/nobody", "UNKNOWN_FIELD"),
                        tuple("/facts/group/day", "FORMAT"),
                        tuple("/facts/group/weight", "OUT_OF_RANGE"),
                        tuple("/facts/group/other", "UNKNOWN_FIELD"));
        assertThat(faults.toString()).doesNotContainIgnoringCase("secret");
    }

    @Test
    void oddShapesAreRefusedAndNothingBreaks() {
        assertThat(refused(Map.of("group", "text"))).hasSize(1);
        assertThat(refused(Map.of("group", List.of(1)))).hasSize(1);
        assertThat(refused(Map.of("group.day", "2026-04-01"))).hasSize(1);
        assertThat(refused(Map.of("flag", Map.of()))).hasSize(1);
        assertThat(refused(Map.of("a/b~c", 1))).extracting(Fault::pointer).containsExactly("/facts/a~1b~0c");
        for (var number : List.of("1E+999999999", "1E-999999999", "-1E+999999999", "72.41", "1.00")) {
            assertThat(refused(Map.of("group", Map.of("weight", new BigDecimal(number)))))
                    .as(number)
                    .hasSize(1);
        }
        for (var day : List.of("1899-12-31", "2200-01-01", "+12026-01-01", "2026-4-1", "", "yesterday")) {
            assertThat(refused(Map.of("group", Map.of("day", day)))).as(day).hasSize(1);
        }
    }

    private Facts accepted(Map<String, Object> document) {
        return ((Reading.Accepted) definition.read(document)).facts();
    }

    private List<Fault> refused(Map<String, Object> document) {
        return ((Reading.Refused) definition.read(document)).faults();
    }
}
