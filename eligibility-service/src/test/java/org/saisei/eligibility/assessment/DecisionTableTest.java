package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Verdict;
import org.saisei.eligibility.protocol.stemirac.Stemirac;

/**
 * The cases of {@code stemirac/decisions.csv}, which a clinician can read: what differs from an eligible adult, and what
 * comes of it. A criterion that a row does not name has the verdict it has of the eligible adult.
 */
@Tag("S-P0")
@Tag("S-P1")
@Tag("S-P2")
@Tag("S-P4")
@Tag("S-F4p")
@Tag("S-P5")
@Tag("S-P6.1")
@Tag("S-P6.2")
@Tag("S-P6.3")
@Tag("S-P6.4")
@Tag("S-P6.5")
@Tag("S-P6.6")
@Tag("S-P6.7")
@Tag("S-P6.8")
@Tag("S-P6.9")
@Tag("S-P7")
@Tag("S-P8")
@Tag("S-P9")
@Tag("S-P10")
class DecisionTableTest {

    /**
     * @param missing JSON pointers that the decision names
     * @param deviations rule ids
     */
    record Row(
            String name,
            String stage,
            String differs,
            Decision decision,
            String coverage,
            Map<String, Verdict> verdicts,
            List<String> missing,
            List<String> deviations) {

        private static Row of(String line) {
            var cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            var verdicts = items(cells.get(5), ";").stream()
                    .map(verdict -> verdict.split("=", -1))
                    .collect(Collectors.toMap(
                            verdict -> verdict[0],
                            verdict -> Verdict.valueOf(verdict[1]),
                            (one, other) -> other,
                            LinkedHashMap::new));
            return new Row(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    Decision.valueOf(cells.get(3)),
                    cells.get(4),
                    verdicts,
                    items(cells.get(6), " "),
                    items(cells.get(7), " "));
        }

        private static List<String> items(String cell, String separator) {
            return Arrays.stream(cell.split(separator, -1))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .toList();
        }

        @Override
        public String toString() {
            return stage + ": " + name;
        }
    }

    private static final Map<String, Map<String, Verdict>> OF_THE_ELIGIBLE = new HashMap<>();

    private final Stemirac stemirac = new Stemirac();

    static Stream<Row> rows() {
        try (var file = DecisionTableTest.class.getResourceAsStream("/stemirac/decisions.csv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).map(Row::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes of a case, to be compared as a whole. */
    private record Outcome(
            Decision decision,
            String coverage,
            Map<String, Verdict> verdicts,
            Set<String> missing,
            List<String> deviations) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theDecisionIsAsTheTableSays(Row row) {
        var situation = situation(row);
        var result = situation.result();

        assertThat(situation.contradictions()).isEmpty();
        assertThat(new Outcome(
                        result.decision(),
                        coverage(result),
                        verdicts(result),
                        Set.copyOf(result.missing()),
                        result.verdicts().stream()
                                .filter(judged -> judged.deviation() != null)
                                .map(Judged::criterion)
                                .toList()))
                .isEqualTo(new Outcome(
                        row.decision(), row.coverage(), expected(row), Set.copyOf(row.missing()), row.deviations()));
    }

    @Test
    void theTableShowsEachCriterionInEachOfItsVerdictsAtEachStage() {
        var shown = new HashSet<String>();
        rows().forEach(row -> expected(row)
                .forEach((criterion, verdict) -> shown.add(row.stage() + " " + criterion + " " + verdict)));

        var wanted = stemirac.patientCriteria().stream()
                .map(Criterion::info)
                .flatMap(info -> stemirac.stages().stream()
                        .filter(stage -> info.bindsAt(stage.code()))
                        .flatMap(stage -> findings()
                                .map(finding -> stage.code() + " " + info.id() + " "
                                        + info.kind().verdict(finding))))
                .toList();
        assertThat(shown).containsAll(wanted);
        assertThat(rows())
                .extracting(Row::name, Row::stage)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(200);
    }

    private Map<String, Verdict> expected(Row row) {
        var verdicts = new LinkedHashMap<>(OF_THE_ELIGIBLE.computeIfAbsent(
                row.stage(),
                stage -> verdicts(Situation.eligibleAdult(stemirac, stage).result())));
        verdicts.putAll(row.verdicts());
        return verdicts;
    }

    private static Stream<Finding> findings() {
        return Stream.of(
                Finding.of(true, Map.of()), Finding.of(false, Map.of()), Finding.unknown(Map.of(), List.of("/facts")));
    }

    private Situation situation(Row row) {
        return Situation.eligibleAdult(stemirac, row.stage()).but(row.differs());
    }

    private static String coverage(Result result) {
        var coverage = result.coverage();
        return coverage == null ? "" : coverage.name();
    }

    private static Map<String, Verdict> verdicts(Result result) {
        return result.verdicts().stream()
                .collect(Collectors.toMap(
                        Judged::criterion, Judged::verdict, (one, other) -> other, LinkedHashMap::new));
    }
}
