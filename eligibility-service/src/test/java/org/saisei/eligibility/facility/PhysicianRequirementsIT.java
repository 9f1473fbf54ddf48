package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.saisei.eligibility.Hospital.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.FacilityStatement;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

/** What is said of each physician with an accreditation, and whom it takes besides the one responsible. */
@QuarkusTest
@WithRealParts
class PhysicianRequirementsIT {
    private final Hospital hospital = Hospital.fresh();
    private final String path = "/facilities/" + hospital.facilityId();

    @Test
    @Tag("S-F3")
    @Tag("S-F2")
    void onePersonMayBeResponsibleAndOnStaffForCare() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", Hospital.physician());

        hospital.accredit("2026-04-01", null)
                .then()
                .body("state", equalTo("ACCREDITED"))
                .body("verdicts.find { it.criterion == 'S-F3' }.values.placed", contains("DR-0001"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CARE,                       2026-04-01, 2026-04-01, ACCREDITED, MET",
                "CARE,                       2026-04-02, 2026-02-20, REFUSED,    NOT_MET",
                "CARE,                       2026-04-01, 2026-04-02, REFUSED,    NOT_MET",
                "CARE,                       2026-04-01, -,          REFUSED,    /physicians/DR-0002/productTrainingCompletedOn",
                "RESPONSIBLE_AFTER_TRANSFER, 2026-04-01, 2026-02-20, REFUSED,    /physicians"
            })
    @Tag("S-F3")
    @Tag("S-D4")
    void anotherWhoIsTrainedMayBeOnStaffForCare(
            String role, String from, String trained, String state, String verdictOrMissing) {
        var missing = verdictOrMissing.startsWith("/");
        hospital.state(path, Hospital.facility());
        hospital.statePhysician(
                "DR-0001", with(Hospital.physician(), "placements", placed("RESPONSIBLE", "2026-04-01")));
        hospital.statePhysician(
                "DR-0002",
                with(Hospital.physician(), "placements", placed(role, from), "productTrainingCompletedOn", trained));

        hospital.accredit("2026-04-01", null)
                .then()
                .body("state", equalTo(state))
                .body(
                        "verdicts.find { it.criterion == 'S-F3' }.verdict",
                        equalTo(missing ? "UNKNOWN" : verdictOrMissing))
                .body("missing", missing ? contains(verdictOrMissing) : empty());
    }

    @Test
    @Tag("S-D1")
    @Tag("S-D2")
    @Tag("S-D3")
    @Tag("S-D4")
    void everyPhysiciansVerdictsAreShownAndKept() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", Hospital.physician());
        hospital.statePhysician("DR-0002", rehabilitator());

        var decided = hospital.accredit("2026-04-01", null);
        decided.then()
                .body("physicians.physicianId", contains("DR-0001", "DR-0002"))
                .body("physicians.responsible", contains(true, false))
                .body("physicians[0].verdicts.criterion", contains("S-D1", "S-D2", "S-D3", "S-D4"))
                .body("physicians[0].verdicts.verdict", contains("MET", "UNKNOWN", "UNKNOWN", "MET"))
                .body(
                        "physicians[0].verdicts[2].missing",
                        contains(
                                "/physicians/DR-0001/initialTrainingYears",
                                "/physicians/DR-0001/training",
                                "/physicians/DR-0001/spinalCordInjuryRehabilitationCases"))
                .body("physicians[1].verdicts.verdict", contains("UNKNOWN", "UNKNOWN", "MET", "MET"));

        hospital.restate(path, FacilityStatement.facilityWith("S-F1.1"), "\"1\"")
                .then()
                .statusCode(200);
        assertThat(hospital.get(path + "/accreditations/" + decided.path("accreditationId"))
                        .<Object>path(""))
                .isEqualTo(decided.path(""));
    }

    @Test
    @Tag("S-D1")
    void experienceSufficesFromTheDayOfWhichItIsStatedAndIsUnknownBefore() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", with(Hospital.physician(), "experienceAsOf", "2026-05-20"))
                .then()
                .statusCode(201)
                .body("experienceAsOf", equalTo("2026-05-20"));
        hospital.get(path + "/physicians/DR-0001").then().body("experienceAsOf", equalTo("2026-05-20"));

        hospital.accredit("2026-05-19", null)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("missing", contains("/physicians/DR-0001/experienceAsOf"))
                .body("physicians[0].verdicts[0].verdict", equalTo("UNKNOWN"))
                .body("physicians[0].verdicts[0].missing", contains("/physicians/DR-0001/experienceAsOf"));
        hospital.accredit("2026-05-20", null)
                .then()
                .body("state", equalTo("ACCREDITED"))
                .body("physicians[0].verdicts[0].criterion", equalTo("S-D1"))
                .body("physicians[0].verdicts[0].verdict", equalTo("MET"));
    }

    @Test
    void anAccreditationKeptBeforeItsOtherVerdictsWereIsReadWithoutThem() throws Exception {
        hospital.state(path, Hospital.facility());
        String id = hospital.accredit("2026-04-01", null).path("accreditationId");
        try (var superuser = Database.pastTriggers();
                var before =
                        superuser.prepareStatement("UPDATE accreditation SET other_verdicts = NULL, physicians = NULL"
                                + " WHERE accreditation_id = ?::uuid")) {
            before.setString(1, id);
            before.executeUpdate();
        }

        hospital.get(path + "/accreditations/" + id)
                .then()
                .statusCode(200)
                .body("verdicts", hasSize(15))
                .body("otherVerdicts", empty())
                .body("physicians", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "initialTrainingYears,                2,     true",
        "initialTrainingYears,                1.9,   false",
        "spinalCordInjuryRehabilitationCases, 50,    true",
        "spinalCordInjuryRehabilitationCases, 49,    false",
        "rehabilitationYears,                 8,     true",
        "rehabilitationYears,                 7,     false",
        "assessesAis,                         false, false",
        "productTrainingCompletedOn,          2026-04-01, true"
    })
    @Tag("S-D3")
    @Tag("S-D4")
    void whoMayBeResponsibleAfterATransferIsTold(String member, String value, boolean told) {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", Hospital.physician());
        hospital.statePhysician(
                        "DR-0002",
                        member.equals("rehabilitationYears")
                                ? with(rehabilitator(), "training", training(value))
                                : with(rehabilitator(), member, Hospital.scalar(value)))
                .then()
                .statusCode(201);

        hospital.accredit("2026-04-01", null).then().body("state", equalTo("ACCREDITED"));

        var physicians = hospital.toldOfFacility(1).getFirst().value().path("rehabilitationPhysicians");
        assertThat(physicians)
                .extracting(physician -> physician.path("physicianId").asText() + " from "
                        + physician.path("from").asText())
                .isEqualTo(told ? List.of("DR-0002 from 2026-04-01") : List.of());
    }

    @Test
    @Tag("S-D3")
    @Tag("S-D4")
    void aChangeOfThoseResponsibleAfterATransferIsTold() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", Hospital.physician());
        hospital.accredit("2026-04-01", null);

        hospital.statePhysician("DR-0002", with(rehabilitator(), "productTrainingCompletedOn", "2026-05-01"));

        assertThat(hospital.toldOfFacility(2).get(1).value().path("rehabilitationPhysicians"))
                .extracting(JsonNode::toString)
                .singleElement()
                .asString()
                .contains("\"physicianId\":\"DR-0002\"", "\"from\":\"2026-05-01\"");
    }

    private static Map<String, Object> rehabilitator() {
        return with(
                Hospital.physician(),
                "licensedOn",
                "2016-04-01",
                "training",
                training("8"),
                "initialTrainingYears",
                2,
                "spinalCordInjuryRehabilitationCases",
                50,
                "placements",
                placed("RESPONSIBLE_AFTER_TRANSFER", "2026-04-01"));
    }

    private static List<Map<String, Object>> training(String years) {
        return List.of(Map.of("specialty", "REHABILITATION", "years", Hospital.scalar(years)));
    }

    private static List<Map<String, Object>> placed(String role, String from) {
        return List.of(Map.of("protocol", "STEMIRAC", "role", role, "from", from));
    }
}
