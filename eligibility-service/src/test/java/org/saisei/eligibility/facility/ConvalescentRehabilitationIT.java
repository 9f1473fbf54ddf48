package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.FacilityStatement.attestation;
import static org.saisei.eligibility.FacilityStatement.facilityWith;
import static org.saisei.eligibility.FacilityStatement.rehabilitationLink;
import static org.saisei.eligibility.Hospital.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class ConvalescentRehabilitationIT {
    private final Hospital hospital = Hospital.fresh();
    private final String path = "/facilities/" + hospital.facilityId();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,  -,          2026-04-01, ACCREDITED, -",
                "to, 2026-04-01, 2024-06-01, ACCREDITED, -",
                "to, 2026-03-31, 2024-06-01, REFUSED,    -",
                "-,  -,          2026-04-02, REFUSED,    -",
                "-,  -,          -,          REFUSED,    /links/F-REHAB-01/filedOn"
            })
    @Tag("S-F1.5")
    void aLinkHoldsWhileItIsInForceAndTheOthersFilingIsThere(
            String member, String to, String filedOn, String state, String missing) {
        var link = with(rehabilitationLink(), "filedOn", filedOn);
        hospital.state(path, with(Hospital.facility(), "links", List.of(member == null ? link : with(link, "to", to))));
        hospital.statePhysician("DR-0001", Hospital.physician());

        hospital.accredit("2026-04-01", "2026-04-01")
                .then()
                .body("state", equalTo(state))
                .body("missing", equalTo(missing == null ? List.of() : List.of(missing)));
    }

    @Test
    @Tag("S-F1.5")
    void withoutALinkAndAFilingOfItsOwnItIsUnknown() {
        hospital.state(path, with(Hospital.facility(), "links", null));

        accredited()
                .then()
                .body("state", equalTo("REFUSED"))
                .body("verdicts.findAll { it.verdict == 'UNKNOWN' }.criterion", contains("S-F1.5"))
                .body("missing", contains("/attestations/S-F1.5", "/links"));
        var told = told();
        assertThat(told.path("linkedFacilities")).isEmpty();
        assertThat(told.hasNonNull("convalescentRehabilitationFiling")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-F1.5", "S-F5"})
    @Tag("S-F1.5")
    @Tag("S-F5")
    void itsOwnFilingMakesItOneToTransferToAndNeedsNoLink(String requirement) {
        hospital.state(path, with(facilityWith("", attestation(requirement)), "links", null));

        accredited()
                .then()
                .body("state", equalTo("ACCREDITED"))
                .body("otherVerdicts.find { it.criterion == 'S-F5' }.verdict", equalTo("MET"));
        assertThat(told().path("convalescentRehabilitationFiling").asText()).isEqualTo("true");
    }

    @Test
    @Tag("S-F5")
    void whetherItFiledItselfIsShownWithoutBindingItsAccreditation() {
        hospital.state(
                path, facilityWith("", with(attestation("S-F5"), "attestedOn", "2026-03-16", "endedOn", "2026-03-31")));

        accredited()
                .then()
                .body("state", equalTo("ACCREDITED"))
                .body("otherVerdicts.find { it.criterion == 'S-F5' }.verdict", equalTo("NOT_MET"));
        assertThat(told().path("convalescentRehabilitationFiling").asText()).isEqualTo("false");
        assertThat(told().path("linkedFacilities")).extracting(JsonNode::asText).containsExactly("F-REHAB-01");
    }

    @Test
    @Tag("S-F5")
    void aFilingWithoutItsDayLeavesOpenWhetherPatientsMayBeTransferredHere() {
        hospital.state(path, facilityWith("", with(attestation("S-F5"), "filedOn", null)));

        accredited()
                .then()
                .body("state", equalTo("ACCREDITED"))
                .body("otherVerdicts.find { it.criterion == 'S-F5' }.verdict", equalTo("UNKNOWN"))
                .body("otherVerdicts.find { it.criterion == 'S-F5' }.missing", contains("/attestations/S-F5/filedOn"));
    }

    @Test
    @Tag("S-F4p")
    void thePaediatricianIsShownWithoutBindingTheAccreditation() {
        hospital.state(path, Hospital.facility());
        accredited()
                .then()
                .body("state", equalTo("ACCREDITED"))
                .body("otherVerdicts.find { it.criterion == 'S-F4p' }.verdict", equalTo("UNKNOWN"))
                .body("otherVerdicts.find { it.criterion == 'S-F4p' }.missing", contains("/attestations/S-F4p"));

        hospital.restate(path, facilityWith("", attestation("S-F4p")), "\"1\"");
        hospital.accredit("2026-04-01", null)
                .then()
                .body("otherVerdicts.find { it.criterion == 'S-F4p' }.verdict", equalTo("MET"));

        hospital.restate(path, facilityWith("", with(attestation("S-F4p"), "endedOn", "2026-03-31")), "\"2\"");
        hospital.accredit("2026-04-01", null)
                .then()
                .body("state", equalTo("ACCREDITED"))
                .body("otherVerdicts.find { it.criterion == 'S-F4p' }.verdict", equalTo("NOT_MET"));
    }

    @Test
    @Tag("S-F1.5")
    void onlyLinksForThatWhichAreInForceAreTold() {
        hospital.state(
                path,
                with(
                        Hospital.facility(),
                        "links",
                        List.of(
                                rehabilitationLink(),
                                with(rehabilitationLink(), "facilityId", "F-REHAB-00"),
                                with(rehabilitationLink(), "facilityId", "F-REHAB-02", "to", "2026-03-31"),
                                Map.of("facilityId", "F-PARTNER-01", "kind", "PARTNER", "from", "2026-03-16"))));

        accredited().then().body("state", equalTo("ACCREDITED"));

        assertThat(told().path("linkedFacilities"))
                .extracting(JsonNode::asText)
                .containsExactly("F-REHAB-00", "F-REHAB-01");
    }

    private Response accredited() {
        hospital.statePhysician("DR-0001", Hospital.physician());
        return hospital.accredit("2026-04-01", null);
    }

    private JsonNode told() {
        return hospital.toldOfFacility(1).getFirst().value();
    }
}
