package org.saisei.eligibility.facility;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.FacilityStatement.attestation;
import static org.saisei.eligibility.FacilityStatement.facilityWith;
import static org.saisei.eligibility.FacilityStatement.rehabilitationLink;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.WithRealParts;

/** What of a facility's or physician's statement is refused, with its place. */
@QuarkusTest
@WithRealParts
class StatementsIT {
    private final Hospital hospital = Hospital.fresh();
    private final String path = "/facilities/" + hospital.facilityId();

    @ParameterizedTest
    @CsvSource({
        "S-F2,    attestedOn,        2026-03-16,   400, /requirement,       UNKNOWN_REQUIREMENT",
        "S-F3,    attestedOn,        2026-03-16,   400, /requirement,       UNKNOWN_REQUIREMENT",
        "S-F1.4a, filing,            SOMETHING,    400, /filing,            UNKNOWN_FILING",
        "S-F1.4b, filing,            ADL_MAINTENANCE_ADMISSION, 400, /filing, UNKNOWN_FILING",
        "S-F1.1,  filedOn,           2026-03-16,   400, /filedOn,           NO_FILING",
        "S-F1.1,  filingNumber,      N-1,          400, /filingNumber,      NO_FILING",
        "S-F1.1,  partnerFacilityId, F-PARTNER-01, 400, /partnerFacilityId, NO_PARTNER",
        "S-F1.1,  attestedOn,        2190-01-01,   422, /attestedOn,        IN_FUTURE",
        "S-F1.4b, filedOn,           2190-01-01,   422, /filedOn,           IN_FUTURE",
        "S-F1.1,  endedOn,           2026-03-15,   422, /endedOn,           BEFORE_ATTESTED"
    })
    void whatAStatementCannotSayIsRefusedInItsPlace(
            String requirement, String member, String value, int status, String pointer, String rule) {
        hospital.state(
                        path,
                        with(
                                Hospital.facility(),
                                "attestations",
                                List.of(attestation("S-F4"), with(attestation(requirement), member, value))))
                .then()
                .statusCode(status)
                .body("errors.pointer", contains("/attestations/1" + pointer))
                .body("errors.rule", contains(rule));
        hospital.get(path).then().statusCode(404);
    }

    @Test
    void theFilingsBetweenWhichThereIsAChoiceAreNamed() {
        hospital.state(path, facilityWith("S-F1.4a", with(attestation("S-F1.4a"), "filing", "SOMETHING")))
                .then()
                .statusCode(400)
                .body(
                        "errors[0].message",
                        containsString("EARLY_MOBILISATION_REHABILITATION, ADL_MAINTENANCE_ADMISSION"));
    }

    @Test
    void aFacilityIsNotItsOwnPartner() {
        hospital.state(
                        path,
                        with(
                                facilityWith(
                                        "S-F1.2",
                                        with(attestation("S-F1.2"), "partnerFacilityId", hospital.facilityId())),
                                "links",
                                List.of(with(rehabilitationLink(), "facilityId", hospital.facilityId()))))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/attestations/11/partnerFacilityId", "/links/0/facilityId"))
                .body("errors.rule", contains("ITSELF", "ITSELF"));
    }

    @Test
    void twoStatementsOfARequirementShareNoDay() {
        var ended = with(attestation("S-F1.1"), "endedOn", "2026-03-31");
        hospital.state(path, facilityWith("S-F1.1", ended, with(attestation("S-F1.1"), "attestedOn", "2026-03-31")))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/attestations/12/requirement"))
                .body("errors.rule", contains("OVERLAP"));

        hospital.state(path, facilityWith("S-F1.1", ended, with(attestation("S-F1.1"), "attestedOn", "2026-04-01")))
                .then()
                .statusCode(201);
    }

    @Test
    void linksHaveTheirDaysInOrderAndShareNone() {
        var ended = with(rehabilitationLink(), "to", "2026-03-31");
        hospital.state(path, with(Hospital.facility(), "links", List.of(with(ended, "to", "2026-03-15"))))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/links/0/to"));
        hospital.state(path, with(Hospital.facility(), "links", List.of(with(ended, "filedOn", "2190-01-01"))))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/links/0/filedOn"));
        hospital.state(
                        path,
                        with(
                                Hospital.facility(),
                                "links",
                                List.of(ended, with(rehabilitationLink(), "from", "2026-03-31"))))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/links/1/facilityId"))
                .body("errors.rule", contains("OVERLAP"));

        hospital.state(
                        path,
                        with(
                                Hospital.facility(),
                                "links",
                                List.of(
                                        ended,
                                        with(rehabilitationLink(), "from", "2026-04-01"),
                                        Map.of("facilityId", "F-REHAB-01", "kind", "PARTNER", "from", "2026-03-16"))))
                .then()
                .statusCode(201);
        hospital.get(path).then().body("links[0].to", equalTo("2026-03-31"));
    }

    @ParameterizedTest
    @CsvSource({
        "licensedOn,                          1939-12-31, 422, /licensedOn,                          IMPLAUSIBLE",
        "productTrainingCompletedOn,          2005-03-31, 422, /productTrainingCompletedOn,          BEFORE_LICENSING",
        "spinalCordInjuryCases,               -1,         400, /spinalCordInjuryCases, OUT_OF_RANGE",
        "spinalCordInjuryRehabilitationCases, 100001,     400, /spinalCordInjuryRehabilitationCases, OUT_OF_RANGE",
        "initialTrainingYears,                10.1,       400, /initialTrainingYears, OUT_OF_RANGE"
    })
    void whatCannotBeTrueOfAPhysicianIsRefused(String member, String value, int status, String pointer, String rule) {
        hospital.state(path, Hospital.facility());

        hospital.statePhysician("DR-0001", with(Hospital.physician(), member, Hospital.scalar(value)))
                .then()
                .statusCode(status)
                .body("errors.pointer", contains(pointer))
                .body("errors.rule", contains(rule));
        hospital.get(path + "/physicians/DR-0001").then().statusCode(404);
    }

    @Test
    void placementsForTheSameShareNoDay() {
        hospital.state(path, Hospital.facility());
        var first = Map.<String, Object>of("protocol", "STEMIRAC", "from", "2026-04-01", "to", "2026-04-30");
        var again = Map.<String, Object>of("protocol", "STEMIRAC", "from", "2026-04-30");

        hospital.statePhysician("DR-0001", with(Hospital.physician(), "placements", List.of(first, again)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/placements/1/from"))
                .body("errors.rule", contains("OVERLAP"));
        hospital.statePhysician(
                        "DR-0001",
                        with(
                                Hospital.physician(),
                                "placements",
                                List.of(first, with(again, "role", "CARE"), with(again, "from", "2026-05-01"))))
                .then()
                .statusCode(201);
    }

    @Test
    void nobodyIsPlacedBeforeLicensing() {
        hospital.state(path, Hospital.facility());

        hospital.statePhysician(
                        "DR-0001",
                        with(
                                Hospital.physician(),
                                "placements",
                                List.of(Map.of("protocol", "STEMIRAC", "from", "2005-03-31"))))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/placements/0/from"))
                .body("errors.rule", contains("BEFORE_LICENSING"));
    }
}
