package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.Hospital.verdict;
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
import org.saisei.eligibility.FacilityStatement;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class FacilityIsAccreditedIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @ParameterizedTest
    @Tag("S-P0")
    @CsvSource({"2026-03-31, NOT_MET", "2026-04-01, MET", "2026-04-30, MET", "2026-05-01, NOT_MET"})
    void theAccreditationCountsOnItsFirstAndItsLastDay(String day, String verdict) {
        var other = Hospital.fresh();
        other.state("/facilities/" + other.facilityId(), Hospital.facility());
        other.statePhysician(
                "DR-0001", with(Hospital.physician(), "placements", FacilityStatement.placements("2026-03-01", null)));
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
    @Tag("S-F2")
    void whereNoPlacementIsStatedItIsUnknownWhoIsResponsible() {
        hospital.restate(
                        "/facilities/" + hospital.facilityId() + "/physicians/DR-0001",
                        with(Hospital.physician(), "placements", List.of()),
                        "\"1\"")
                .then()
                .statusCode(200);

        hospital.assess(Hospital.facts())
                .then()
                .body("decision", equalTo("INDETERMINATE"))
                .body("verdicts[0].verdict", equalTo("UNKNOWN"))
                .body("missing", contains("/physicians"));
    }

    @Test
    @Tag("S-P0")
    @Tag("S-F1.6")
    void anAccreditationDoesNotOutliveTheAttestationItRestsOn() {
        hospital.restate("/facilities/" + hospital.facilityId(), FacilityStatement.facilityWith("S-F1.6"), "\"1\"")
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
    @Tag("S-P0")
    void aFacilityThatIsNotAccreditedTreatsNobody() {
        var other = Hospital.fresh();

        other.assess(Hospital.facts())
                .then()
                .statusCode(201)
                .body("decision", equalTo("INELIGIBLE"))
                .body("verdicts.findAll { it.verdict == 'NOT_MET' }.criterion", contains("S-P0"));
    }

    private Response named(String physicianId) {
        return hospital.create(
                "/assessments", with(hospital.assessment(Hospital.facts()), "responsiblePhysicianId", physicianId));
    }
}
