package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.eligibility.Hospital.ais;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class AssessmentIT {
    private static final String TOPIC = "saisei.eligibility.assessments";

    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @Test
    @Tag("S-P0")
    @Tag("S-P1")
    @Tag("S-P2")
    @Tag("S-P5")
    @Tag("S-P6.1")
    @Tag("S-P8")
    @Tag("S-N1")
    void aPatientWhoSatisfiesEveryCriterionIsEligibleAndTheWorldIsTold() {
        var assessment = hospital.assess(Hospital.facts());

        assessment
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/assessments/" + assessment.path("assessmentId")))
                .body("decision", equalTo("ELIGIBLE"))
                .body("coverage", nullValue())
                .body("protocolVersion", equalTo("2019-02-25"))
                .body("candidateId", matchesPattern("[0-9A-HJKMNP-TV-Z]{16}"))
                .body("verdicts.criterion", contains("S-P0", "S-P1", "S-P2", "S-P5", "S-P6.1", "S-P8"))
                .body("verdicts.verdict", contains("MET", "MET", "MET", "ABSENT", "ABSENT", "WITHIN"))
                .body("verdicts.text.ja", everyItem(org.hamcrest.Matchers.not(empty())))
                .body("verdicts.find { it.criterion == 'S-P8' }.ours", equalTo(true))
                .body("verdicts.find { it.criterion == 'S-P1' }.ours", equalTo(false))
                .body("verdicts.find { it.criterion == 'S-P5' }.ours", equalTo(true))
                .body("missing", empty())
                .body("warnings", empty());
        String candidate = assessment.path("candidateId");
        var event = KafkaProbe.awaitEvents(TOPIC, candidate, events -> events.size() == 1)
                .getFirst();
        assertThat(event.type()).isEqualTo("saisei.eligibility.assessment-decided.v1");
        var value = event.value();
        assertThat(value.path("decision").asText()).isEqualTo("ELIGIBLE");
        assertThat(value.path("protocolVersion").asText()).isEqualTo("2019-02-25");
        assertThat(value.path("facilityId").asText()).isEqualTo(hospital.facilityId());
        assertThat(value.path("ais").toString()).isEqualTo("{\"grade\":\"A\",\"assessedOn\":\"2026-04-09\"}");
        assertThat(value.path("declaredPhysicianRequirement").asText()).isEqualTo("S-D1");
        assertThat(value.path("ageYears").asInt()).isEqualTo(54);
        assertThat(value.path("weightKg").decimalValue()).isEqualByComparingTo("72.4");
        assertThat(value.path("notSatisfied")).isEmpty();
    }

    @ParameterizedTest
    @Tag("S-P0")
    @CsvSource({"2026-03-31, NOT_MET", "2026-04-01, MET", "2026-04-30, MET", "2026-05-01, NOT_MET"})
    void theAccreditationCountsOnItsFirstAndItsLastDay(String day, String verdict) {
        var other = Hospital.fresh();
        other.state("/facilities/" + other.facilityId(), Hospital.facility());
        other.statePhysician(
                "DR-0001",
                with(
                        Hospital.physician(),
                        "placements",
                        List.of(Map.of("protocol", "STEMIRAC", "from", "2026-03-01"))));
        other.accredit("2026-04-01", "2026-04-30");

        var answer = other.create("/assessments", with(other.assessment(Map.of()), "assessedOn", day));

        assertThat(verdict(answer, "S-P0")).isEqualTo(verdict);
        assertThat(answer.<String>path("decision")).isEqualTo(verdict.equals("MET") ? "INDETERMINATE" : "INELIGIBLE");
    }

    @Test
    @Tag("S-P0")
    @Tag("S-F2")
    void thePhysicianNamedIsOneOfTheResponsibleOnesOnThatDay() {
        hospital.statePhysician("DR-0002", with(Hospital.physician(), "spinalCordInjuryCases", 29));
        hospital.statePhysician(
                "DR-0003",
                with(
                        Hospital.physician(),
                        "placements",
                        List.of(Map.of("protocol", "STEMIRAC", "from", "2026-04-01", "to", "2026-04-09"))));

        assertThat(verdict(named("DR-0001"), "S-P0")).isEqualTo("MET");
        for (var physician : List.of("DR-0002", "DR-0003", "DR-9999")) {
            named(physician)
                    .then()
                    .statusCode(201)
                    .body("decision", equalTo("INELIGIBLE"))
                    .body("verdicts.find { it.criterion == 'S-P0' }.verdict", equalTo("NOT_MET"));
        }
    }

    @Test
    @Tag("S-P0")
    @Tag("S-F1.6")
    void anAccreditationDoesNotOutliveTheAttestationItRestsOn() {
        hospital.restate(
                        "/facilities/" + hospital.facilityId(),
                        with(Hospital.facility(), "attestations", List.of()),
                        "\"1\"")
                .then()
                .statusCode(200);

        hospital.assess(Hospital.facts())
                .then()
                .body("decision", equalTo("INDETERMINATE"))
                .body("verdicts[0].verdict", equalTo("UNKNOWN"))
                .body("verdicts[0].values.requirementsUnknown", contains("S-F1.6"))
                .body("missing", contains("/attestations/S-F1.6"));
    }

    static Stream<Arguments> unknownOfAPhysician() {
        return Stream.of(
                Arguments.of("productTrainingCompletedOn", null, "productTrainingCompletedOn"),
                Arguments.of("training", List.of(), "training"),
                Arguments.of("spinalCordInjuryCases", null, "spinalCordInjuryCases"),
                Arguments.of("assessesAis", null, "assessesAis"));
    }

    @ParameterizedTest
    @Tag("S-P0")
    @Tag("S-F2")
    @Tag("S-D1")
    @Tag("S-D4")
    @MethodSource("unknownOfAPhysician")
    void whatIsNotKnownOfThePhysicianNamedIsUnknownUntilItIsStated(String name, Object value, String missing) {
        var path = "/facilities/" + hospital.facilityId() + "/physicians/DR-0002";
        hospital.statePhysician("DR-0002", with(Hospital.physician(), name, value))
                .then()
                .statusCode(201);

        named("DR-0002")
                .then()
                .statusCode(201)
                .body("decision", equalTo("INDETERMINATE"))
                .body("verdicts.find { it.criterion == 'S-P0' }.verdict", equalTo("UNKNOWN"))
                .body("missing", contains("/physicians/DR-0002/" + missing));

        hospital.restate(path, Hospital.physician(), "\"1\"").then().statusCode(200);
        named("DR-0002").then().body("decision", equalTo("ELIGIBLE")).body("missing", empty());
    }

    @Test
    @Tag("S-P0")
    @Tag("S-F2")
    void whatIsNoLongerKnownOfTheOnlyPhysicianIsUnknownToo() {
        hospital.restate(
                        "/facilities/" + hospital.facilityId() + "/physicians/DR-0001",
                        with(Hospital.physician(), "productTrainingCompletedOn", null),
                        "\"1\"")
                .then()
                .statusCode(200);

        named("DR-0001")
                .then()
                .body("decision", equalTo("INDETERMINATE"))
                .body("missing", contains("/physicians/DR-0001/productTrainingCompletedOn"));
        named("DR-9999").then().body("decision", equalTo("INELIGIBLE"));
    }

    @Test
    @Tag("S-P2")
    @Tag("S-P5")
    void aReaderOfJapaneseIsToldAsMuchAsOneOfEnglish() {
        hospital.assess(Hospital.facts())
                .then()
                .body(
                        "verdicts.find { it.criterion == 'S-P2' }.text.ja",
                        containsString("投与直前時点での神経機能評価の結果を元に保険適応を判断する。"))
                .body("verdicts.find { it.criterion == 'S-P5' }.text.ja", containsString("ペニシリン、ストレプトマイシン及び動物由来の原料"))
                .body("verdicts.find { it.criterion == 'S-P5' }.oursNote.ja", containsString("治療の責任者"))
                .body("verdicts.find { it.criterion == 'S-P6.1' }.text.ja", containsString("治療上の有益性と危険性を考慮した上で"))
                .body("verdicts.find { it.criterion == 'S-P0' }.oursNote.ja", containsString("治療の責任者"));
    }

    @Test
    @Tag("S-P0")
    void aFacilityThatIsNotAccreditedTreatsNobody() {
        var other = Hospital.fresh();

        other.assess(Hospital.facts())
                .then()
                .statusCode(201)
                .body("decision", equalTo("INELIGIBLE"))
                .body("verdicts.verdict", contains("NOT_MET", "MET", "MET", "ABSENT", "ABSENT", "WITHIN"));
    }

    @Test
    @Tag("S-P1")
    void anInjuryThatIsNotTraumaticIsIneligible() {
        var answer = hospital.assess(with(Hospital.facts(), "traumaticInjury", false));

        answer.then().body("decision", equalTo("INELIGIBLE"));
        assertThat(verdict(answer, "S-P1")).isEqualTo("NOT_MET");
    }

    @ParameterizedTest
    @Tag("S-P2")
    @CsvSource({
        "A, MET, ELIGIBLE",
        "B, MET, ELIGIBLE",
        "C, MET, ELIGIBLE",
        "D, NOT_MET, INELIGIBLE",
        "E, NOT_MET, INELIGIBLE"
    })
    void theAisIsAToC(String grade, String verdict, String decision) {
        var answer = hospital.assess(with(Hospital.facts(), "ais", ais(grade, "2026-04-09")));

        answer.then().statusCode(201).body("decision", equalTo(decision));
        assertThat(verdict(answer, "S-P2")).isEqualTo(verdict);
    }

    @ParameterizedTest
    @Tag("S-P2")
    @CsvSource({
        "C, 2026-05-20, COVERED,     ELIGIBLE",
        "D, 2026-05-20, NOT_COVERED, INELIGIBLE",
        "A, 2026-04-09, UNKNOWN,     INDETERMINATE"
    })
    void coverageIsDecidedByTheAisImmediatelyBeforeTheAdministration(
            String grade, String day, String coverage, String decision) {
        String candidate = hospital.assess(Hospital.facts()).path("candidateId");

        var answer = before(candidate, with(Hospital.facts(), "ais", ais(grade, day)));

        answer.then().statusCode(201).body("coverage", equalTo(coverage)).body("decision", equalTo(decision));
        var events = KafkaProbe.awaitEvents(TOPIC, candidate, told -> told.size() == 2);
        assertThat(events.get(1).value().path("coverage").asText()).isEqualTo(coverage);
        assertThat(events.get(1).sequence()).isEqualTo(2);
    }

    @Test
    @Tag("S-P2")
    void withoutAnAisCoverageIsUnknown() {
        String candidate = hospital.assess(Hospital.facts()).path("candidateId");

        before(candidate, with(Hospital.facts(), "ais", null))
                .then()
                .body("coverage", equalTo("UNKNOWN"))
                .body("missing", contains("/facts/ais/grade", "/facts/ais/assessedOn"));
    }

    @Test
    @Tag("S-P5")
    void aHistoryWithAComponentIsAContraindication() {
        var answer = hospital.assess(with(Hospital.facts(), "hypersensitivityToComponent", true));

        answer.then()
                .body("decision", equalTo("INELIGIBLE"))
                .body("verdicts.find { it.criterion == 'S-P5' }.text.ja", containsString("本品の成分に対し過敏症の既往歴のある患者"));
        assertThat(verdict(answer, "S-P5")).isEqualTo("PRESENT");
        var event = KafkaProbe.awaitEvents(TOPIC, answer.path("candidateId"), events -> !events.isEmpty());
        assertThat(event.getFirst().value().path("notSatisfied").toString())
                .isEqualTo("[{\"criterion\":\"S-P5\",\"verdict\":\"PRESENT\"}]");
    }

    @ParameterizedTest
    @Tag("S-P5")
    @CsvSource(
            nullValues = "-",
            value = {"-,     UNKNOWN, INDETERMINATE", "true,  PRESENT, INELIGIBLE", "false, ABSENT,  ELIGIBLE"})
    void aHistoryWithAMaterialIsUnknownUntilThePhysicianRules(Boolean ruling, String verdict, String decision) {
        var answer = hospital.assess(
                with(Hospital.facts(), "hypersensitivityToMaterial", true, "materialIsComponent", ruling));

        answer.then().body("decision", equalTo(decision));
        assertThat(verdict(answer, "S-P5")).isEqualTo(verdict);
        assertThat(answer.<List<String>>path("missing"))
                .isEqualTo(ruling == null ? List.of("/facts/materialIsComponent") : List.of());
    }

    @Test
    @Tag("S-P6.1")
    void aMalignancyIsNotRecommendedUnlessNoOtherOptionIsDeclared() {
        var facts = with(Hospital.facts(), "malignancy", true, "tumourPresent", false);

        hospital.assess(facts).then().body("decision", equalTo("NOT_RECOMMENDED"));
        declared(facts).then().statusCode(201).body("decision", equalTo("ELIGIBLE_WITH_CAUTION"));
        declared(Hospital.facts()).then().body("decision", equalTo("ELIGIBLE"));
        declared(with(facts, "traumaticInjury", false)).then().body("decision", equalTo("INELIGIBLE"));
        declared(with(facts, "traumaticInjury", null)).then().body("decision", equalTo("INDETERMINATE"));
    }

    @Test
    @Tag("S-P6.1")
    void aTumourNeedsAWrittenWeighingToo() {
        var facts = with(Hospital.facts(), "malignancy", true, "tumourPresent", true);
        var weighing = "tumourWeighing";

        declared(facts)
                .then()
                .body("decision", equalTo("INDETERMINATE"))
                .body(
                        "missing",
                        contains("/facts/tumourWeighing/weighedOn", "/facts/tumourWeighing/benefitOutweighsRisk"));
        declared(with(facts, weighing, Map.of("weighedOn", "2026-04-09", "benefitOutweighsRisk", true)))
                .then()
                .body("decision", equalTo("ELIGIBLE_WITH_CAUTION"));
        declared(with(facts, weighing, Map.of("weighedOn", "2026-04-09", "benefitOutweighsRisk", false)))
                .then()
                .body("decision", equalTo("NOT_RECOMMENDED"));
    }

    @ParameterizedTest
    @Tag("S-P8")
    @CsvSource({"2026-05-06, WITHIN, 31", "2026-05-07, OUTSIDE, 32"})
    void marrowAfterDay31IsAWarningOnly(String planned, String verdict, int day) {
        var answer = hospital.assess(with(Hospital.facts(), "plannedMarrowCollectionOn", planned));

        answer.then()
                .body("decision", equalTo("ELIGIBLE"))
                .body("verdicts.find { it.criterion == 'S-P8' }.values.daysSinceInjury", equalTo(day));
        assertThat(verdict(answer, "S-P8")).isEqualTo(verdict);
        assertThat(answer.<List<String>>path("warnings.criterion"))
                .isEqualTo(verdict.equals("OUTSIDE") ? List.of("S-P8") : List.of());
    }

    @Test
    @Tag("S-P8")
    void anUnknownGuideDoesNotTouchTheDecision() {
        hospital.assess(with(Hospital.facts(), "plannedMarrowCollectionOn", null))
                .then()
                .body("decision", equalTo("ELIGIBLE"))
                .body("missing", empty())
                .body("verdicts.find { it.criterion == 'S-P8' }.verdict", equalTo("UNKNOWN"));
    }

    @Test
    void whatIsLeftOutIsUnknownAndExactlyThatSettlesIt() {
        var answer = hospital.assess(Map.of());

        answer.then()
                .statusCode(201)
                .body("decision", equalTo("INDETERMINATE"))
                .body(
                        "missing",
                        containsInAnyOrder(
                                "/facts/traumaticInjury",
                                "/facts/ais/grade",
                                "/facts/ais/assessedOn",
                                "/facts/hypersensitivityToComponent",
                                "/facts/hypersensitivityToMaterial",
                                "/facts/malignancy"));

        hospital.create(
                        "/assessments",
                        with(
                                hospital.assessment(Map.of(
                                        "traumaticInjury",
                                        true,
                                        "ais",
                                        ais("A", "2026-04-09"),
                                        "hypersensitivityToComponent",
                                        false,
                                        "hypersensitivityToMaterial",
                                        false,
                                        "malignancy",
                                        false)),
                                "candidateId",
                                answer.path("candidateId")))
                .then()
                .body("decision", equalTo("ELIGIBLE"))
                .body("supersedes", equalTo(answer.path("assessmentId")));
    }

    @Test
    void theReasonsOfADeclarationAreReadBackButTravelNowhere() {
        var answer = declared(with(Hospital.facts(), "malignancy", true, "tumourPresent", false));

        answer.then().body("noOtherTreatmentOption.reasons", nullValue());
        hospital.get("/assessments/" + answer.path("assessmentId"))
                .then()
                .body("noOtherTreatmentOption.reasons", equalTo("理由 marker-reasons"));
        for (var table : org.saisei.kit.test.Database.tables()) {
            assertThat(org.saisei.kit.test.Database.holds(table, "marker-reasons"))
                    .as(table)
                    .isFalse();
        }
    }

    @Test
    void theCatalogueServesEveryCriterionWithItsCitation() {
        hospital.get("/protocols/STEMIRAC/criteria")
                .then()
                .statusCode(200)
                .body("items.criterion", hasItem("S-T2"))
                .body("items.criterion", org.hamcrest.Matchers.hasSize(12))
                .body("items.find { it.criterion == 'S-P6.1' }.kind", equalTo("CAUTION"))
                .body("items.find { it.criterion == 'S-P6.1' }.ours", equalTo(true))
                .body("items.find { it.criterion == 'S-P2' }.clause", equalTo("5【有効性に関する事項】①; 5【患者選択について】※"));
    }

    private Response named(String physicianId) {
        return hospital.create(
                "/assessments", with(hospital.assessment(Hospital.facts()), "responsiblePhysicianId", physicianId));
    }

    private Response before(String candidateId, Map<String, Object> facts) {
        return hospital.create(
                "/assessments",
                with(
                        hospital.assessment(facts),
                        "candidateId",
                        candidateId,
                        "stage",
                        "PRE_ADMINISTRATION",
                        "assessedOn",
                        "2026-05-20"));
    }

    private Response declared(Map<String, Object> facts) {
        return hospital.create(
                "/assessments",
                with(
                        hospital.assessment(facts),
                        "noOtherTreatmentOption",
                        Map.of("declaredOn", "2026-04-10", "reasons", "理由 marker-reasons")));
    }

    private static String verdict(Response answer, String criterion) {
        return answer.path("verdicts.find { it.criterion == '" + criterion + "' }.verdict");
    }
}
