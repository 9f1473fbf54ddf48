package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;
import org.saisei.kit.time.RegulatoryDays;

@QuarkusTest
@WithRealParts
class StandingOnDayIT {
    private final Hospital hospital = Hospital.fresh();
    private final Registrar registrar = new Registrar(hospital);
    private final String path = "/facilities/" + hospital.facilityId() + "/accreditations/STEMIRAC/standing";

    @BeforeEach
    void itIsAccredited() {
        hospital.becomeAccredited();
    }

    @ParameterizedTest
    @Tag("S-P0")
    @CsvSource({
        "2026-03-31, , ",
        "2026-04-01, ACCREDITED, 2026-04-01",
        "2026-04-30, ACCREDITED, 2026-04-01",
        "2026-05-01, SUSPENDED, 2026-05-01",
        "2026-05-10, SUSPENDED, 2026-05-01",
        "2026-05-11, ACCREDITED, 2026-05-11",
        "2026-05-31, ACCREDITED, 2026-05-11",
        "2026-06-01, WITHDRAWN, 2026-06-01",
        "2199-12-31, WITHDRAWN, 2026-06-01"
    })
    void whatWasTrueOnAnyDayCanBeAsked(String day, String state, String from) {
        registrar.suspend("2026-05-01");
        registrar.resume("2026-05-11");
        registrar.withdraw("2026-06-01");

        registrar
                .standing(day)
                .then()
                .statusCode(200)
                .body("on", equalTo(day))
                .body("state", equalTo(state))
                .body("stateFrom", equalTo(from));
    }

    @Test
    @Tag("S-F2")
    void theResponsiblePhysiciansAreThoseOfTheDay() {
        hospital.statePhysician(
                "DR-0002",
                with(
                        Hospital.physician(),
                        "placements",
                        List.of(Map.of("protocol", "STEMIRAC", "from", "2026-05-01", "to", "2026-05-31"))));
        hospital.statePhysician("DR-0003", with(Hospital.physician(), "assessesAis", null));

        registrar.standing("2026-04-30").then().body("responsiblePhysicians.physicianId", contains("DR-0001"));
        registrar
                .standing("2026-05-31")
                .then()
                .body("responsiblePhysicians.physicianId", contains("DR-0001", "DR-0002"))
                .body("unsettledPhysicians.physicianId", contains("DR-0003"))
                .body("requirementsNotMet", empty());
        registrar.standing("2026-06-01").then().body("responsiblePhysicians.physicianId", contains("DR-0001"));
    }

    @Test
    void withoutADayItIsTodaysAndTheReadingIsAudited() {
        var today = RegulatoryDays.today(InstantSource.system()).toString();

        String id = hospital.get(path).then().statusCode(200).extract().path("accreditationId");

        assertThat(hospital.get(path).<String>path("on")).isGreaterThanOrEqualTo(today);
        assertThat(Database.rows(
                        "SELECT query FROM audit WHERE action = 'readAccreditationStanding' AND resource_ids[1] = ?",
                        id))
                .isNotEmpty();
    }

    @Test
    void aFacilityThatWasNeverAccreditedStandsNowhere() {
        var other = Hospital.fresh();
        other.state("/facilities/" + other.facilityId(), Hospital.facility());

        new Registrar(other)
                .standing("2026-05-01")
                .then()
                .statusCode(200)
                .body("accreditationId", nullValue())
                .body("state", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-02-24", "2200-01-01", "+999999999-01-01", "2026-02-30", "yesterday"})
    void aDayThatCannotBeAskedAboutIsRefused(String day) {
        Hospital.as(Tokens.hospital(hospital.facilityId()))
                .queryParam("on", day)
                .get(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:on"));
    }

    @Test
    void anotherFacilityOrProtocolIsNotThere() {
        Hospital.fresh().get(path).then().statusCode(404);
        hospital.get(path.replace("STEMIRAC", "NONE")).then().statusCode(404);
        Hospital.as(Tokens.registrar()).get(path).then().statusCode(200);
        Hospital.as(Tokens.token("registrar", null, "VASCULAR_REGENERATION"))
                .get(path)
                .then()
                .statusCode(403);
    }
}
