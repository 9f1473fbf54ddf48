package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactType;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.FactsDefinition.Reading;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.eligibility.protocol.Verdict;
import org.saisei.eligibility.protocol.stemirac.Stemirac;

/** Whatever becomes known later, what was known before goes on to hold. */
class MoreDataTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);
    private static final AccreditationOnDay ACCREDITED = new AccreditationOnDay(
            "accreditation",
            DAY.minusDays(30),
            null,
            List.of(),
            List.of(new ResponsiblePhysician("DR-0001", List.of("S-D1"), DAY.minusDays(30), null)));

    private final Stemirac stemirac = new Stemirac();

    @Property(tries = 3000)
    void addingDataNeverYieldsADecisionThatTheKnownVerdictsExclude(
            @ForAll long seed,
            @ForAll boolean declared,
            @ForAll boolean planning,
            @ForAll @IntRange(max = 100) int share) {
        var random = new Random(seed);
        var all = someone(random);
        var some = new HashMap<>(all);
        some.keySet().removeIf(path -> random.nextInt(100) < share);
        if (!stemirac.contradictions(facts(all)).isEmpty()) {
            return; // data that cannot be true never get as far as a decision
        }

        var before = result(facts(some), declared, planning);
        var after = result(facts(all), declared, planning);

        for (var judged : before.verdicts()) {
            if (judged.verdict() != Verdict.UNKNOWN) {
                assertThat(verdict(after, judged.criterion())).isEqualTo(judged.verdict());
            }
        }
        var known = before.verdicts().stream()
                .filter(judged -> judged.verdict() != Verdict.UNKNOWN)
                .toList();
        assertThat(after.decision()).isLessThanOrEqualTo(Decision.of(known, declared));
    }

    @Property(tries = 2000)
    void theFieldsNamedAsMissingSettleWhatIsUnknown(@ForAll long seed, @ForAll boolean planning) {
        var random = new Random(seed);
        var all = someone(random);
        var some = new HashMap<>(all);
        some.keySet().removeIf(path -> random.nextInt(3) == 0);
        if (!stemirac.contradictions(facts(all)).isEmpty()) {
            return;
        }

        for (var round = 0; round < all.size(); round++) {
            var missing = result(facts(some), false, planning).missing();
            if (missing.isEmpty()) {
                break;
            }
            var paths = stemirac.patientFacts().facts().stream()
                    .filter(fact -> missing.contains(fact.pointer()))
                    .map(Fact::path)
                    .collect(Collectors.toSet());
            assertThat(paths)
                    .as("every missing field is a field of the document")
                    .hasSameSizeAs(missing);
            assertThat(some).doesNotContainKeys(paths.toArray(String[]::new));
            paths.forEach(path -> some.put(path, all.get(path)));
        }

        assertThat(result(facts(some), false, planning).decision()).isNotEqualTo(Decision.INDETERMINATE);
    }

    private Result result(Facts facts, boolean declared, boolean planning) {
        return Result.of(
                stemirac,
                new Circumstances(
                        planning ? "PLANNING" : "PRE_ADMINISTRATION",
                        DAY,
                        facts,
                        Map.of(),
                        ACCREDITED,
                        "DR-0001",
                        Parameters.defaults(stemirac.parameters())),
                declared);
    }

    private static Verdict verdict(Result result, String criterion) {
        return result.verdicts().stream()
                .filter(judged -> judged.criterion().equals(criterion))
                .map(Judged::verdict)
                .findFirst()
                .orElseThrow();
    }

    /** A value for every fact of the protocol, whatever facts it comes to have. */
    private Map<String, Object> someone(Random random) {
        var values = new HashMap<String, Object>();
        for (var fact : stemirac.patientFacts().facts()) {
            values.put(
                    fact.path(),
                    switch (fact.type()) {
                        case FactType.Flag f -> random.nextBoolean();
                        case FactType.Quantity q -> q.minimum();
                        case FactType.Day d -> DAY.minusDays(random.nextInt(60)).toString();
                        case FactType.Code<?> c -> {
                            var codes = c.javaType().getEnumConstants();
                            yield codes[random.nextInt(codes.length)].name();
                        }
                    });
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private Facts facts(Map<String, Object> byPath) {
        var document = new HashMap<String, Object>();
        byPath.forEach((path, value) -> {
            var dot = path.indexOf('.');
            if (dot < 0) {
                document.put(path, value);
            } else {
                ((Map<String, Object>) document.computeIfAbsent(path.substring(0, dot), n -> new HashMap<>()))
                        .put(path.substring(dot + 1), value);
            }
        });
        return switch (stemirac.patientFacts().read(document)) {
            case Reading.Accepted(var facts) -> facts;
            case Reading.Refused(var faults) -> throw new AssertionError(faults);
        };
    }
}
