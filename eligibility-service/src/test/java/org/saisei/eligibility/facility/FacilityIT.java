package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class FacilityIT {
    private final Hospital hospital = Hospital.fresh();
    private final String path = "/facilities/" + hospital.facilityId();
    private final String physicianPath = path + "/physicians/DR-0001";

    @Test
    void isStatedOnceAndThenChangedByThoseWhoHaveSeenIt() {
        hospital.state(path, Hospital.facility())
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("attestations.requirement", hasItem("S-F1.6"));

        hospital.restate(path, with(Hospital.facility(), "name", "新名称"), "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        hospital.get(path).then().statusCode(200).header("ETag", "\"2\"").body("name", equalTo("新名称"));
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        hospital.state(path, Hospital.facility()).then().statusCode(201);

        hospital.state(path, Hospital.facility()).then().statusCode(412);
        hospital.restate(path, Hospital.facility(), "\"2\"").then().statusCode(412);
        Hospital.as(Tokens.hospital(hospital.facilityId()))
                .body(Hospital.facility())
                .put(path)
                .then()
                .statusCode(428);
        hospital.get(path).then().header("ETag", "\"1\"");
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        hospital.restate(path, Hospital.facility(), "\"1\"").then().statusCode(412);
        hospital.get(path).then().statusCode(404);
    }

    @Test
    void anotherFacilityLooksAsIfItWereNotThere() {
        hospital.state(path, Hospital.facility()).then().statusCode(201);
        hospital.statePhysician("DR-0001", Hospital.physician()).then().statusCode(201);
        var other = Hospital.fresh();

        other.get(path).then().statusCode(404);
        other.get(physicianPath).then().statusCode(404);
        other.get(path + "/accreditations").then().statusCode(404);
        other.state(path, Hospital.facility()).then().statusCode(404);
        other.restate(physicianPath, Hospital.physician(), "\"1\"").then().statusCode(404);
        hospital.get(physicianPath).then().header("ETag", "\"1\"");
    }

    @Test
    void aRegistrarReadsEveryFacility() {
        hospital.state(path, Hospital.facility()).then().statusCode(201);

        Hospital.as(Tokens.registrar()).get(path).then().statusCode(200);
        Hospital.as(Tokens.safetyOfficer()).get(path).then().statusCode(403);
    }

    @Test
    void anAttestationOfNoRequirementIsRefusedWithItsPlace() {
        hospital.state(
                        path,
                        with(
                                Hospital.facility(),
                                "attestations",
                                List.of(Map.of("requirement", "S-X9", "attestedOn", "2026-03-16"))))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/attestations/0/requirement"));
        hospital.get(path).then().statusCode(404);
    }

    @Test
    void whatCannotHaveHappenedYetIsRefused() {
        hospital.state(path, Hospital.facility()).then().statusCode(201);

        hospital.restate(
                        path,
                        with(
                                Hospital.facility(),
                                "attestations",
                                List.of(Map.of("requirement", "S-F1.6", "attestedOn", "2190-01-01"))),
                        "\"1\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/attestations/0/attestedOn"));
        hospital.statePhysician("DR-0001", with(Hospital.physician(), "licensedOn", "2020-04-01"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/training"));
        hospital.statePhysician(
                        "DR-0001",
                        with(
                                Hospital.physician(),
                                "placements",
                                List.of(Map.of("protocol", "STEMIRAC", "from", "2026-04-02", "to", "2026-04-01"))))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/placements/0/to"));
        hospital.get(physicianPath).then().statusCode(404);
    }

    @Test
    void aPhysicianIsStatedAndChangedLikeTheFacility() {
        hospital.statePhysician("DR-0001", Hospital.physician()).then().statusCode(404);
        hospital.state(path, Hospital.facility()).then().statusCode(201);

        hospital.statePhysician("DR-0001", Hospital.physician())
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("training[0].years", equalTo(15));
        hospital.restate(physicianPath, with(Hospital.physician(), "spinalCordInjuryCases", 121), "\"1\"")
                .then()
                .statusCode(200);
        hospital.get(physicianPath).then().header("ETag", "\"2\"").body("spinalCordInjuryCases", equalTo(121));
    }

    @Test
    @Tag("S-D1")
    void whatIsNotStatedOfAPhysicianIsShownAsUnknownAndNotAsNone() {
        hospital.state(path, Hospital.facility()).then().statusCode(201);

        hospital.statePhysician(
                        "DR-0001",
                        with(
                                Hospital.physician(),
                                "training",
                                List.of(),
                                "spinalCordInjuryCases",
                                null,
                                "assessesAis",
                                null))
                .then()
                .statusCode(201);

        hospital.get(physicianPath)
                .then()
                .body("training", empty())
                .body("spinalCordInjuryCases", nullValue())
                .body("assessesAis", nullValue());
    }

    @Test
    void everyWriteAndEveryReadLeavesARow() {
        hospital.state(path, Hospital.facility()).then().statusCode(201);
        hospital.get(path).then().statusCode(200);

        assertThat(Database.rows(
                        "SELECT kind, action FROM audit WHERE ? = ANY (resource_ids) ORDER BY recorded_at",
                        hospital.facilityId()))
                .extracting(row -> row.get("kind") + " " + row.get("action"))
                .containsExactly("WRITE stateFacility", "READ readFacility");
    }
}
