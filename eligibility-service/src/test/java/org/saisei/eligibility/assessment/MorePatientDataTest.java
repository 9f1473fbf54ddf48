package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactType;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.FactsDefinition.Reading;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.Verdict;
import org.saisei.eligibility.protocol.stemirac.Stemirac;

/** Whatever becomes known of a patient later, what was known before goes on to hold. */
class MorePatientDataTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);
    private static final Map<String, List<BigDecimal>> NEAR_LIMITS = Map.of(
            "years", Stream.of(14, 15).map(BigDecimal::valueOf).toList(),
            "mmHg", Stream.of(90, 91, 140, 141).map(BigDecimal::valueOf).toList());
    private static final AccreditationOnDay ACCREDITED = new AccreditationOnDay(
            "accreditation",
            DAY.minusDays(30),
            null,
            AccreditationState.ACCREDITED,
            List.of(),
            List.of(),
            List.of(new ResponsiblePhysician("DR-0001", List.of("S-D1"), DAY.minusDays(30), null)),
            List.of(),
            List.of(new Judged(
                    "S-F4p",
                    Kind.REQUIREMENT,
                    Verdict.MET,
                    true,
                    null,
                    "",
                    new Text("", ""),
                    Map.of(),
                    List.of(),
                    null,
                    true,
                    Map.of())));

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
        if (!stemirac.contradictions(facts(all), DAY, null).isEmpty()) {
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
        if (!stemirac.contradictions(facts(all), DAY, null).isEmpty()) {
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
                        case FactType.Flag f -> random.nextInt(4) == 0;
                        case FactType.Quantity q ->
                            oneOf(random, NEAR_LIMITS.getOrDefault(q.unit(), List.of(q.minimum())));
                        case FactType.Day d -> DAY.minusDays(random.nextInt(60)).toString();
                        case FactType.Code<?> c ->
                            oneOf(random, List.of(c.javaType().getEnumConstants()))
                                    .name();
                    });
        }
        putDaysInOrder(random, values);
        return values;
    }

    /** So that most of those made up can be true: injury, collections, administration; explanation, consent; an AIS before. */
    private static void putDaysInOrder(Random random, Map<String, Object> values) {
        var day = DAY.minusDays(60);
        for (var fact : List.of(
                "injuryDate",
                "plannedFirstBloodCollectionOn",
                "firstCollectionOn",
                "plannedMarrowCollectionOn",
                "plannedLastBloodCollectionOn")) {
            values.put(fact, day.toString());
            day = day.plusDays(random.nextInt(12));
        }
        var ais =
                LocalDate.parse((String) values.get("plannedAdministrationOn")).minusDays(random.nextInt(8));
        values.put("ais.assessedOn", (ais.isAfter(DAY) ? DAY : ais).toString());
        var explained = LocalDate.parse((String) values.get("consent.explainedOn"));
        values.put(
                "consent.consentedOn",
                DAY.minusDays(random.nextInt((int) ChronoUnit.DAYS.between(explained, DAY) + 1))
                        .toString());
    }

    private static <T> T oneOf(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
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
