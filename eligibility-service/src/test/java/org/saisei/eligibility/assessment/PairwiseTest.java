package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.assessment.Pairwise.Pair;
import org.saisei.eligibility.assessment.Pairwise.Value;

class PairwiseTest {
    private static final Map<String, List<String>> FACTORS = new TreeMap<>(Map.of(
            "a", List.of("1", "2", "3", "4"),
            "b", List.of("1", "2", "3"),
            "c", List.of("1", "2"),
            "d", List.of("1", "2", "3"),
            "e", List.of("1")));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPairThatCanBeOccursAndNoOther(long seed) {
        var pairwise = new Pairwise(
                FACTORS, (one, other) -> !(one.equals(new Value("a", "2")) && other.equals(new Value("b", "3"))), seed);

        var occurred = new HashSet<Pair>();
        for (var combination : pairwise.combinations()) {
            assertThat(combination).containsOnlyKeys(FACTORS.keySet());
            combination.forEach((factor, value) -> combination.forEach((other, itsValue) -> {
                if (!factor.equals(other)) {
                    occurred.add(Pair.of(new Value(factor, value), new Value(other, itsValue)));
                }
            }));
        }

        // 4·3 + 4·2 + 4·3 + 4·1 + 3·2 + 3·3 + 3·1 + 2·3 + 2·1 + 3·1, and one that cannot be
        assertThat(occurred).hasSize(65 - 1).isEqualTo(pairwise.pairs());
        assertThat(pairwise.combinations()).hasSizeBetween(12, 24);
    }
}
