package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.FacilityStatement;
import org.saisei.eligibility.Hospital;
import org.saisei.eligibility.facility.Registrar;
import org.saisei.kit.test.WithRealParts;

/** S-P0 at the bounds of an accreditation's life. */
@QuarkusTest
@WithRealParts
@Tag("S-P0")
class AccreditationOnAssessmentsDayIT {
    private final Hospital hospital = Hospital.fresh();
    private final Registrar registrar = new Registrar(hospital);
    private final String path = "/facilities/" + hospital.facilityId();

    @BeforeEach
    void itIsAccredited() {
        hospital.becomeAccredited();
    }

    @Test
    void anAccreditationOfTheOneDayCountsOnThatDayAlone() {
        var other = Hospital.fresh();
        other.state("/facilities/" + other.facilityId(), Hospital.facility());
        other.statePhysician("DR-0001", Hospital.physician());
        other.accredit("2026-04-10", "2026-04-10");

        assertThat(standing(other, "2026-04-09")).isEqualTo("NOT_MET null");
        assertThat(standing(other, "2026-04-10")).isEqualTo("MET null");
        assertThat(standing(other, "2026-04-11")).isEqualTo("NOT_MET null");
    }

    @ParameterizedTest
    @CsvSource({"2026-04-10, NOT_MET SUSPENDED", "2026-04-11, MET null"})
    void aSuspensionCountsFromItsFirstDay(String from, String verdict) {
        registrar.suspend(from).then().statusCode(201);

        assertThat(standing(hospital, "2026-04-10")).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"2026-04-10, MET null", "2026-04-11, NOT_MET SUSPENDED"})
    void soDoesAResumption(String from, String verdict) {
        registrar.suspend("2026-04-05").then().statusCode(201);
        registrar.resume(from).then().statusCode(201);

        assertThat(standing(hospital, "2026-04-10")).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"2026-04-10, NOT_MET WITHDRAWN", "2026-04-11, MET null"})
    void soDoesAWithdrawal(String from, String verdict) {
        registrar.withdraw(from).then().statusCode(201);

        assertThat(standing(hospital, "2026-04-10")).isEqualTo(verdict);
    }

    @ParameterizedTest
    @Tag("S-F2")
    @CsvSource({"2026-04-09, NOT_MET LAPSED", "2026-04-10, MET null"})
    void theResponsiblePhysicianCountsOnTheLastDayAndNotOnTheDayAfter(String to, String verdict) {
        hospital.restate(
                        path + "/physicians/DR-0001",
                        with(Hospital.physician(), "placements", FacilityStatement.placements("2026-04-01", to)),
                        "\"1\"")
                .then()
                .statusCode(200);

        assertThat(standing(hospital, "2026-04-10")).isEqualTo(verdict);
    }

    private static String standing(Hospital hospital, String day) {
        var answer = hospital.create("/assessments", with(hospital.assessment(Hospital.facts()), "assessedOn", day));
        answer.then().statusCode(201);
        return Hospital.verdict(answer, "S-P0")
                + " "
                + answer.path("verdicts.find { it.criterion == 'S-P0' }.values.accreditationState");
    }
}
