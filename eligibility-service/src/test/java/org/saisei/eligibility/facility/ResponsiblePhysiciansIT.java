package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.FacilityStatement;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class ResponsiblePhysiciansIT {
    private final Hospital hospital = Hospital.fresh();
    private final String path = "/facilities/" + hospital.facilityId();

    @ParameterizedTest
    @Tag("S-F2")
    @Tag("S-D1")
    @Tag("S-D2")
    @CsvSource({
        "ORTHOPAEDICS_INCLUDING_SPINE, 10,  30, ACCREDITED, S-D1",
        "ORTHOPAEDICS_INCLUDING_SPINE, 9.9, 30, REFUSED, ",
        "ORTHOPAEDICS_INCLUDING_SPINE, 10,  29, REFUSED, ",
        "NEUROSURGERY_INCLUDING_SPINE, 10,  30, ACCREDITED, S-D2",
        "NEUROSURGERY_INCLUDING_SPINE, 9,   30, REFUSED, ",
        "NEUROSURGERY_INCLUDING_SPINE, 10,  29, REFUSED, ",
        "REHABILITATION,               20,  90, REFUSED, "
    })
    void thePhysicianPlacedMeetsOneOfTheRequirements(
            String specialty, double years, int cases, String state, String requirement) {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician(
                "DR-0001",
                with(
                        Hospital.physician(),
                        "training",
                        List.of(Map.of("specialty", specialty, "years", years)),
                        "spinalCordInjuryCases",
                        cases));

        hospital.accredit("2026-04-01", null).then().statusCode(201).body("state", equalTo(state));
        assertThat(hospital.toldOfFacility(1)
                        .getFirst()
                        .value()
                        .path("responsiblePhysicians")
                        .path(0)
                        .path("requirements")
                        .toString())
                .isEqualTo(requirement == null ? "" : "[\"" + requirement + "\"]");
    }

    @Test
    @Tag("S-D4")
    @Tag("S-F2")
    void withoutTheTrainingsDayItIsUnknownWhetherAnybodyIsResponsible() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", with(Hospital.physician(), "productTrainingCompletedOn", null));

        hospital.accredit("2026-04-01", null)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("missing", contains("/physicians/DR-0001/productTrainingCompletedOn"));
    }

    @Test
    @Tag("S-D1")
    @Tag("S-D2")
    @Tag("S-F2")
    void tenYearsOfTrainingTakeTenYearsFromLicensing() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician(
                        "DR-0001",
                        with(
                                Hospital.physician(),
                                "licensedOn",
                                "2016-04-02",
                                "training",
                                List.of(
                                        Map.of("specialty", "ORTHOPAEDICS_INCLUDING_SPINE", "years", 10),
                                        Map.of("specialty", "NEUROSURGERY_INCLUDING_SPINE", "years", 10))))
                .then()
                .statusCode(201);

        hospital.accredit("2026-04-01", null)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("missing", empty());
        hospital.accredit("2026-04-02", null).then().body("state", equalTo("ACCREDITED"));
        assertThat(hospital.toldOfFacility(2)
                        .get(1)
                        .value()
                        .path("responsiblePhysicians")
                        .toString())
                .contains("\"from\":\"2026-04-02\"", "S-D1", "S-D2");
    }

    @ParameterizedTest
    @Tag("S-D1")
    @Tag("S-D2")
    @CsvSource({
        "ORTHOPAEDICS_INCLUDING_SPINE, NEUROSURGERY_INCLUDING_SPINE",
        "NEUROSURGERY_INCLUDING_SPINE, ORTHOPAEDICS_INCLUDING_SPINE"
    })
    void aPhysicianWhoCannotAssessAisMeetsNeither(String specialty, String other) {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician(
                "DR-0001",
                with(
                        Hospital.physician(),
                        "training",
                        List.of(Map.of("specialty", specialty, "years", 15), Map.of("specialty", other, "years", 0)),
                        "assessesAis",
                        false));

        hospital.accredit("2026-04-01", null)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("verdicts.find { it.criterion == 'S-F2' }.verdict", equalTo("NOT_MET"));
    }

    @Test
    @Tag("S-D4")
    void trainingAfterTheFirstDayDoesNotCount() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", with(Hospital.physician(), "productTrainingCompletedOn", "2026-04-02"));

        hospital.accredit("2026-04-01", null).then().body("state", equalTo("REFUSED"));
        hospital.accredit("2026-04-02", null).then().body("state", equalTo("ACCREDITED"));
    }

    @Test
    @Tag("S-F2")
    void aChangeOfTheResponsiblePhysiciansIsTold() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", Hospital.physician());
        hospital.accredit("2026-04-01", null);

        hospital.restate(
                path + "/physicians/DR-0001",
                with(Hospital.physician(), "placements", FacilityStatement.placements("2026-04-01", "2199-05-31")),
                "\"1\"");
        hospital.statePhysician("DR-0002", with(Hospital.physician(), "spinalCordInjuryCases", 3));

        var told = hospital.toldOfFacility(2);
        assertThat(told.get(1).value().path("state").asText()).isEqualTo("ACCREDITED");
        assertThat(told.get(1).value().path("responsiblePhysicians").toString()).contains("\"to\":\"2199-05-31\"");
        assertThat(told).hasSize(2);
    }
}
