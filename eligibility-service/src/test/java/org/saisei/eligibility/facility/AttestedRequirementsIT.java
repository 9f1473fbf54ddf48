package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.FacilityStatement.attestation;
import static org.saisei.eligibility.FacilityStatement.facilityWith;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.FacilityStatement;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.WithRealParts;

/** Each requirement that a facility states, taken out, ended and put in again. */
@QuarkusTest
@WithRealParts
class AttestedRequirementsIT {
    private final Hospital hospital = Hospital.fresh();
    private final String path = "/facilities/" + hospital.facilityId();

    static Stream<String> stated() {
        return Stream.of(
                "S-F1.1", "S-F1.2", "S-F1.3", "S-F1.4a", "S-F1.4b", "S-F1.4c", "S-F1.6", "S-F4", "S-F6", "S-F7", "S-F8",
                "S-F9");
    }

    @ParameterizedTest
    @MethodSource("stated")
    @Tag("S-F1.1")
    @Tag("S-F1.2")
    @Tag("S-F1.3")
    @Tag("S-F1.4a")
    @Tag("S-F1.4b")
    @Tag("S-F1.4c")
    @Tag("S-F1.6")
    @Tag("S-F4")
    @Tag("S-F6")
    @Tag("S-F7")
    @Tag("S-F8")
    @Tag("S-F9")
    void withoutItsStatementARequirementIsUnknownAndTheAccreditationRefused(String requirement) {
        hospital.state(path, facilityWith(requirement)).then().statusCode(201);
        hospital.statePhysician("DR-0001", Hospital.physician());

        hospital.accredit("2026-04-01", null)
                .then()
                .statusCode(201)
                .body("state", equalTo("REFUSED"))
                .body("verdicts.findAll { it.verdict != 'MET' }.criterion", contains(requirement))
                .body("verdicts.find { it.criterion == '" + requirement + "' }.verdict", equalTo("UNKNOWN"))
                .body("missing", contains("/attestations/" + requirement));
        assertThat(hospital.toldOfFacility(1).getFirst().value().path("reasonCodes"))
                .extracting(code -> code.asText())
                .containsExactly(requirement);
    }

    @ParameterizedTest
    @MethodSource("stated")
    @Tag("S-F1.1")
    @Tag("S-F1.2")
    @Tag("S-F1.3")
    @Tag("S-F1.4a")
    @Tag("S-F1.4b")
    @Tag("S-F1.4c")
    @Tag("S-F1.6")
    @Tag("S-F4")
    @Tag("S-F6")
    @Tag("S-F7")
    @Tag("S-F8")
    @Tag("S-F9")
    void aStatementHoldsOnItsLastDayAndIsANoOnTheNext(String requirement) {
        hospital.state(path, facilityWith(requirement, with(attestation(requirement), "endedOn", "2026-04-01")))
                .then()
                .statusCode(201);
        hospital.statePhysician("DR-0001", Hospital.physician());

        hospital.accredit("2026-04-02", null)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("verdicts.findAll { it.verdict == 'NOT_MET' }.criterion", contains(requirement))
                .body("missing", empty());
        hospital.accredit("2026-04-01", "2026-04-01").then().body("state", equalTo("ACCREDITED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-F1.4a", "S-F1.4b", "S-F1.4c"})
    @Tag("S-F1.4a")
    @Tag("S-F1.4b")
    @Tag("S-F1.4c")
    void aFilingCountsFromItsDayOnAndIsMissingWithoutOne(String requirement) {
        hospital.state(path, facilityWith(requirement, with(attestation(requirement), "filedOn", "2026-04-02")));
        hospital.statePhysician("DR-0001", Hospital.physician());

        hospital.accredit("2026-04-01", null)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("verdicts.find { it.criterion == '" + requirement + "' }.verdict", equalTo("NOT_MET"));
        hospital.accredit("2026-04-02", null).then().body("state", equalTo("ACCREDITED"));

        hospital.restate(path, facilityWith(requirement, with(attestation(requirement), "filedOn", null)), "\"1\"");
        hospital.accredit("2026-04-03", null)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("missing", contains("/attestations/" + requirement + "/filedOn"));
    }

    @Test
    @Tag("S-F1.4a")
    void ofTheTwoFilingsItIsSaidWhich() {
        hospital.state(path, facilityWith("S-F1.4a", with(attestation("S-F1.4a"), "filing", null)));
        hospital.statePhysician("DR-0001", Hospital.physician());
        hospital.accredit("2026-04-01", null)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("missing", contains("/attestations/S-F1.4a/filing"));

        hospital.restate(
                path,
                facilityWith("S-F1.4a", with(attestation("S-F1.4a"), "filing", "ADL_MAINTENANCE_ADMISSION")),
                "\"1\"");
        hospital.accredit("2026-04-01", null)
                .then()
                .body("state", equalTo("ACCREDITED"))
                .body(
                        "verdicts.find { it.criterion == 'S-F1.4a' }.values.filing",
                        equalTo("ADL_MAINTENANCE_ADMISSION"));
    }

    @ParameterizedTest
    @CsvSource({
        "S-F1.2, 2026-04-01, ACCREDITED, MET",
        "S-F1.2, 2026-03-31, REFUSED,    NOT_MET",
        "S-F7,   2026-04-01, ACCREDITED, MET",
        "S-F7,   2026-03-31, REFUSED,    NOT_MET",
        "S-F9,   2026-04-01, ACCREDITED, MET",
        "S-F9,   2026-03-31, REFUSED,    NOT_MET"
    })
    @Tag("S-F1.2")
    @Tag("S-F7")
    @Tag("S-F9")
    void aPartnerMeetsItUntilTheLastDayOfTheLink(String requirement, String to, String state, String verdict) {
        hospital.state(
                path,
                with(
                        facilityWith(requirement, with(attestation(requirement), "partnerFacilityId", "F-PARTNER-01")),
                        "links",
                        List.of(
                                FacilityStatement.rehabilitationLink(),
                                Map.of(
                                        "facilityId",
                                        "F-PARTNER-01",
                                        "kind",
                                        "PARTNER",
                                        "from",
                                        "2026-03-16",
                                        "to",
                                        to))));
        hospital.statePhysician("DR-0001", Hospital.physician());

        hospital.accredit("2026-04-01", "2026-04-01")
                .then()
                .body("state", equalTo(state))
                .body("verdicts.find { it.criterion == '" + requirement + "' }.verdict", equalTo(verdict));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-F1.2", "S-F7", "S-F9"})
    @Tag("S-F1.2")
    @Tag("S-F7")
    @Tag("S-F9")
    void aPartnerThatIsNotLinkedIsUnknown(String requirement) {
        hospital.state(
                path, facilityWith(requirement, with(attestation(requirement), "partnerFacilityId", "F-PARTNER-01")));
        hospital.statePhysician("DR-0001", Hospital.physician());

        hospital.accredit("2026-04-01", null)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("missing", contains("/links/F-PARTNER-01"));
    }
}
