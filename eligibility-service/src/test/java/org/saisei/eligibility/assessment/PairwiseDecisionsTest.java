package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saisei.eligibility.assessment.Pairwise.Value;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.stemirac.Stemirac;

/**
 * Situations in which every two values of different facts meet, against {@link RulePage}. Four sets, since a single no
 * hides all that ranks below it: every value; none that refuses; none that is unknown either; and none that cautions either.
 */
class PairwiseDecisionsTest {
    private static final List<String> FLAG = List.of("false", "true", "-");
    private static final List<String> STATED = List.of("true", "-", "false");

    /** What there can be of each; a value stands for several names if it says so. */
    private static final Map<String, List<String>> EVERYTHING = factors(
            "stage", List.of("PLANNING", "PRE_ADMINISTRATION"),
            "declared", List.of("no", "yes"),
            "accreditation", List.of("ACCREDITED", "SUSPENDED", "none"),
            "physician", List.of("DR-0001", "DR-9999"),
            "attestation S-F1.6", List.of("", "-"),
            "attestation S-F4p", List.of("", "-", "until day 1"),
            "ageYears", List.of("54", "15", "14", "0", "-"),
            "paediatricWeighing.inFavour", STATED,
            "paediatricWeighing.weightConsidered", STATED,
            "paediatricWeighing.weighedOn", List.of("day 3", "-"),
            "traumaticInjury", STATED,
            "ais.grade", List.of("A", "B", "C", "D", "E", "-"),
            "ais.assessedOn", List.of("day 45", "day 39", "day 38", "day 4", "-"),
            "planning.ais.assessedOn", List.of("day 4", "day 40", "-"),
            "hypersensitivityToComponent", FLAG,
            "hypersensitivityToMaterial", FLAG,
            "materialIsComponent", FLAG,
            "malignancy", FLAG,
            "tumourPresent", FLAG,
            "tumourWeighing.weighedOn", List.of("day 3", "-"),
            "tumourWeighing.benefitOutweighsRisk", STATED,
            "allergicDisposition", FLAG,
            "hypercoagulability", FLAG,
            "infection", FLAG,
            "lowBodyWeight", FLAG,
            "anaemia", FLAG,
            "extremelyPoorGeneralCondition", FLAG,
            "severeIntracranialOrVascularLesion", FLAG,
            "severeSpinalDisease", FLAG,
            "bloodPressure.systolicMmHg", List.of("140", "141", "-"),
            "bloodPressure.diastolicMmHg", List.of("90", "91", "-"),
            "bloodPressure.notControllable", FLAG,
            "consent.given", STATED,
            "consent.explainedOn", List.of("day 3", "day 14", "-"),
            "consent.consentedOn", List.of("day 12", "day 13", "day 14", "day 40", "day 46", "-"),
            "consent.teamToldOn", List.of("day 3", "-"),
            "firstCollectionOn", List.of("day 13", "-"),
            "injuryDate", List.of("day 0", "-"),
            "plannedFirstBloodCollectionOn", List.of("day 13", "day 17", "day 18", "-"),
            "plannedMarrowCollectionOn", List.of("day 25", "day 26", "day 31", "day 32", "-"),
            "plannedLastBloodCollectionOn", List.of("day 39", "day 40", "-"),
            "plannedAdministrationOn", List.of("day 46", "day 54", "day 55", "-"),
            "materialsRead.affirmed", STATED,
            "clinicalNecessityWeighed.affirmed", STATED,
            "judgedAppropriate.affirmed", STATED,
            "judgedAppropriate.statedOn", List.of("day 45", "-"));

    /** What is the same in every situation, for what there can be of it is shown elsewhere. */
    private static final List<Value> FIXED = Stream.of(
                    "assessedOn=day 46",
                    "paediatricWeighing.ageConsidered=true",
                    "paediatricWeighing.generalConditionConsidered=true",
                    "materialsRead.statedOn=day 45",
                    "clinicalNecessityWeighed.statedOn=day 45")
            .map(PairwiseDecisionsTest::value)
            .toList();

    private static final Set<Value> REFUSES = Stream.of(
                    "accreditation=SUSPENDED",
                    "accreditation=none",
                    "physician=DR-9999",
                    "attestation S-F4p=until day 1",
                    "paediatricWeighing.inFavour=false",
                    "paediatricWeighing.weightConsidered=false",
                    "traumaticInjury=false",
                    "ais.grade=D",
                    "ais.grade=E",
                    "hypersensitivityToComponent=true",
                    "materialIsComponent=true",
                    "consent.given=false",
                    "materialsRead.affirmed=false",
                    "clinicalNecessityWeighed.affirmed=false",
                    "judgedAppropriate.affirmed=false")
            .map(PairwiseDecisionsTest::value)
            .collect(Collectors.toSet());

    private static final Set<Value> LEAVES_OPEN = Stream.of(
                    "ais.assessedOn=day 38",
                    "ais.assessedOn=day 4",
                    "plannedAdministrationOn=day 54",
                    "plannedAdministrationOn=day 55",
                    "planning.ais.assessedOn=-")
            .map(PairwiseDecisionsTest::value)
            .collect(Collectors.toSet());

    private static final Set<Value> CAUTIONS = Stream.concat(
                    EVERYTHING.entrySet().stream()
                            .filter(factor -> factor.getValue().equals(FLAG))
                            .map(factor -> factor.getKey() + "=true"),
                    Stream.of("bloodPressure.systolicMmHg=141", "bloodPressure.diastolicMmHg=91"))
            .map(PairwiseDecisionsTest::value)
            .collect(Collectors.toSet());

    private static final Stemirac STEMIRAC = new Stemirac();

    static Stream<Situation> everyValue() {
        return situations(EVERYTHING);
    }

    static Stream<Situation> noneThatRefuses() {
        return situations(without(EVERYTHING, REFUSES));
    }

    static Stream<Situation> noneThatIsUnknownEither() {
        return situations(known());
    }

    static Stream<Situation> noneThatCautionsEither() {
        return situations(without(known(), CAUTIONS));
    }

    private static Map<String, List<String>> known() {
        var known = without(without(EVERYTHING, REFUSES), LEAVES_OPEN);
        known.replaceAll((factor, values) ->
                values.stream().filter(value -> !value.equals("-")).toList());
        return known;
    }

    @ParameterizedTest
    @MethodSource({"everyValue", "noneThatRefuses", "noneThatIsUnknownEither", "noneThatCautionsEither"})
    void verdictsDecisionAndCoverageAreThoseOfTheRulePage(Situation situation) {
        var page = new RulePage(situation.stage(), situation.values());

        var result = situation.result();

        assertThat(situation.contradictions()).isEmpty();
        var verdicts = new LinkedHashMap<String, String>();
        result.verdicts()
                .forEach(judged ->
                        verdicts.put(judged.criterion(), judged.verdict().name()));
        assertThat(verdicts).isEqualTo(page.verdicts());
        assertThat(result.decision()).hasToString(page.decision());
        assertThat(result.coverage() == null ? "" : result.coverage().name()).isEqualTo(page.coverage());
    }

    @Test
    void everyDecisionOccurs() {
        var decisions = Stream.of(everyValue(), noneThatRefuses(), noneThatIsUnknownEither(), noneThatCautionsEither())
                .flatMap(situations -> situations)
                .map(situation -> situation.result().decision())
                .collect(Collectors.toSet());

        assertThat(decisions).isEqualTo(EnumSet.allOf(Decision.class));
    }

    @Test
    void everyFactThatIsJudgedHasItsValues() {
        var judged = STEMIRAC.patientFacts().facts().stream()
                .map(Fact::path)
                .filter(path -> !path.equals("weightKg"))
                .toList();
        var listed = new HashSet<>(EVERYTHING.keySet());
        FIXED.forEach(value -> listed.add(value.factor()));

        assertThat(listed).containsAll(judged);
    }

    private static Stream<Situation> situations(Map<String, List<String>> factors) {
        return new Pairwise(factors, PairwiseDecisionsTest::canBeTogether, 20190225)
                .combinations().stream().map(PairwiseDecisionsTest::situation);
    }

    private static Situation situation(Map<String, String> values) {
        var differences = values.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("stage"))
                .map(entry -> new Value(entry.getKey(), entry.getValue()));
        return Situation.eligibleAdult(STEMIRAC, values.getOrDefault("stage", ""))
                .but(Stream.concat(FIXED.stream(), differences)
                        .map(value -> value.factor() + "=" + value.value())
                        .collect(Collectors.joining("; ")));
    }

    /** What would be refused as untrue. */
    private static boolean canBeTogether(Value one, Value other) {
        return !(one.equals(value("hypersensitivityToMaterial=false"))
                        && other.equals(value("materialIsComponent=true")))
                && !(one.equals(value("malignancy=false")) && other.equals(value("tumourPresent=true")));
    }

    private static Map<String, List<String>> without(Map<String, List<String>> factors, Set<Value> values) {
        var rest = new LinkedHashMap<String, List<String>>();
        factors.forEach((factor, all) -> rest.put(
                factor,
                all.stream()
                        .filter(value -> !values.contains(new Value(factor, value)))
                        .toList()));
        return rest;
    }

    private static Value value(String nameAndValue) {
        var at = nameAndValue.indexOf('=');
        return new Value(nameAndValue.substring(0, at), nameAndValue.substring(at + 1));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> factors(Object... namesAndValues) {
        var factors = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            factors.put((String) namesAndValues[i], (List<String>) namesAndValues[i + 1]);
        }
        return factors;
    }
}
