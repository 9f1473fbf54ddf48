package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.Verdict;

class DecisionTest {
    /** Every verdict that any kind can yield, a caution that no declaration carries among them. */
    private static final List<Judged> ALL = List.of(
            judged(Kind.REQUIREMENT, Verdict.MET, true),
            judged(Kind.REQUIREMENT, Verdict.NOT_MET, true),
            judged(Kind.REQUIREMENT, Verdict.UNKNOWN, true),
            judged(Kind.REQUIREMENT, Verdict.NOT_APPLICABLE, true),
            judged(Kind.EXCLUSION, Verdict.ABSENT, true),
            judged(Kind.EXCLUSION, Verdict.PRESENT, true),
            judged(Kind.EXCLUSION, Verdict.UNKNOWN, true),
            judged(Kind.EXCLUSION, Verdict.NOT_APPLICABLE, true),
            judged(Kind.CAUTION, Verdict.ABSENT, true),
            judged(Kind.CAUTION, Verdict.PRESENT, true),
            judged(Kind.CAUTION, Verdict.PRESENT, false),
            judged(Kind.CAUTION, Verdict.UNKNOWN, true),
            judged(Kind.CAUTION, Verdict.NOT_APPLICABLE, true),
            judged(Kind.ADVISORY, Verdict.WITHIN, true),
            judged(Kind.ADVISORY, Verdict.OUTSIDE, true),
            judged(Kind.ADVISORY, Verdict.UNKNOWN, true),
            judged(Kind.ADVISORY, Verdict.NOT_APPLICABLE, true));

    @Example
    void thePrecedenceHoldsForEverySetOfVerdicts() {
        for (var set = 0; set < 1 << ALL.size(); set++) {
            var chosen = set;
            var verdicts = IntStream.range(0, ALL.size())
                    .filter(i -> (chosen >> i & 1) == 1)
                    .mapToObj(ALL::get)
                    .toList();
            for (var declared : List.of(true, false)) {
                if (Decision.of(verdicts, declared) != asThePageSays(verdicts, declared)) {
                    assertThat(Decision.of(verdicts, declared))
                            .as("%s, declared %s", verdicts, declared)
                            .isEqualTo(asThePageSays(verdicts, declared));
                }
            }
        }
    }

    @Property
    void neitherOrderNorRepetitionMatters(@ForAll("lists") List<Judged> verdicts, @ForAll boolean declared) {
        var turned = new ArrayList<>(verdicts.reversed());
        turned.addAll(verdicts);

        assertThat(Decision.of(turned, declared))
                .isEqualTo(Decision.of(verdicts, declared))
                .isEqualTo(asThePageSays(verdicts, declared));
    }

    @Provide
    Arbitrary<List<Judged>> lists() {
        return Arbitraries.of(ALL).list().ofMaxSize(40);
    }

    /** The rule as it is written down, from the worst outcome to the best; shares nothing with the code under test. */
    private static Decision asThePageSays(List<Judged> verdicts, boolean declared) {
        if (has(verdicts, Kind.REQUIREMENT, Verdict.NOT_MET) || has(verdicts, Kind.EXCLUSION, Verdict.PRESENT)) {
            return Decision.INELIGIBLE;
        }
        for (var kind : Set.of(Kind.REQUIREMENT, Kind.EXCLUSION, Kind.CAUTION)) {
            if (has(verdicts, kind, Verdict.UNKNOWN)) {
                return Decision.INDETERMINATE;
            }
        }
        if (!has(verdicts, Kind.CAUTION, Verdict.PRESENT)) {
            return Decision.ELIGIBLE;
        }
        var notCarried = verdicts.stream()
                .anyMatch(judged ->
                        judged.kind() == Kind.CAUTION && judged.verdict() == Verdict.PRESENT && !judged.declarable());
        return !declared || notCarried ? Decision.NOT_RECOMMENDED : Decision.ELIGIBLE_WITH_CAUTION;
    }

    private static boolean has(List<Judged> verdicts, Kind kind, Verdict verdict) {
        return verdicts.stream().anyMatch(judged -> judged.kind() == kind && judged.verdict() == verdict);
    }

    private static Judged judged(Kind kind, Verdict verdict, boolean declarable) {
        return new Judged(
                kind + "-" + verdict,
                kind,
                verdict,
                false,
                null,
                "",
                new Text("", ""),
                Map.of(),
                List.of(),
                null,
                declarable,
                Map.of());
    }
}
