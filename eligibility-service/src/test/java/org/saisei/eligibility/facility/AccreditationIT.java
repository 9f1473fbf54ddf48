package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.saisei.eligibility.Hospital.FACILITIES;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.FacilityStatement;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class AccreditationIT {
    private final Hospital hospital = Hospital.fresh();
    private final String path = "/facilities/" + hospital.facilityId();

    @Test
    @Tag("S-F2")
    @Tag("S-F1.6")
    @Tag("S-D1")
    @Tag("S-D4")
    void aFacilityThatMeetsTheRequirementsIsAccreditedAndTheWorldIsTold() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", Hospital.physician());

        var accreditation = hospital.accredit("2026-04-01", null);

        accreditation
                .then()
                .statusCode(201)
                .body("state", equalTo("ACCREDITED"))
                .body("protocolVersion", equalTo("2019-02-25"))
                .body("verdicts.verdict", everyItem(equalTo("MET")))
                .body("missing", empty());
        var event = hospital.toldOfFacility(1).getFirst();
        assertThat(event.type()).isEqualTo("saisei.eligibility.accreditation-changed.v1");
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.value().path("accreditationId").asText()).isEqualTo(accreditation.path("accreditationId"));
        assertThat(event.value().path("state").asText()).isEqualTo("ACCREDITED");
        assertThat(event.value().path("responsiblePhysicians").toString())
                .contains("\"physicianId\":\"DR-0001\"", "\"requirements\":[\"S-D1\"]", "\"from\":\"2026-04-01\"");
    }

    @Test
    @Tag("S-F1.6")
    void withoutTheAttestationItIsRefusedAndSaysWhatIsMissing() {
        hospital.state(path, FacilityStatement.facilityWith("S-F1.6"));
        hospital.statePhysician("DR-0001", Hospital.physician());

        hospital.accredit("2026-04-01", null)
                .then()
                .statusCode(201)
                .body("state", equalTo("REFUSED"))
                .body("verdicts.find { it.criterion == 'S-F1.6' }.verdict", equalTo("UNKNOWN"))
                .body("missing", contains("/attestations/S-F1.6"));
        assertThat(hospital.toldOfFacility(1)
                        .getFirst()
                        .value()
                        .path("reasonCodes")
                        .toString())
                .isEqualTo("[\"S-F1.6\"]");
    }

    @Test
    void aRepeatedDocumentNumberLeadsToWhatItRecorded() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", Hospital.physician());
        var body = Map.of("documentNumber", "ACC-1", "protocol", "STEMIRAC", "from", "2026-04-01");
        String id = hospital.accredit(body).path("accreditationId");

        var repeated = hospital.accredit(body);

        repeated.then()
                .statusCode(409)
                .header("Location", org.hamcrest.Matchers.endsWith(path + "/accreditations/" + id));
        hospital.get(path + "/accreditations/" + id).then().statusCode(200).body("documentNumber", equalTo("ACC-1"));
        hospital.get(path + "/accreditations?documentNumber=ACC-1").then().body("items.accreditationId", contains(id));
        hospital.get(path + "/accreditations?documentNumber=ACC-2").then().body("items", empty());
    }

    @Test
    void aLaterAccreditationEndsTheOneBeforeOnTheDayBefore() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", Hospital.physician());
        String first = hospital.accredit("2026-04-01", "2026-06-15").path("accreditationId");
        String second = hospital.accredit("2026-06-01", "2026-06-30").path("accreditationId");
        String third = hospital.accredit("2026-05-01", null).path("accreditationId");

        hospital.get(path + "/accreditations")
                .then()
                .body("items.accreditationId", contains(first, second, third))
                .body("items.state", contains("ACCREDITED", "WITHDRAWN", "ACCREDITED"))
                .body("items.to", contains("2026-04-30", "2026-06-30", null));
        assertThat(hospital.toldOfFacility(6))
                .extracting(e -> e.value().path("accreditationId").asText() + " "
                        + e.value().path("state").asText() + " "
                        + e.value().path("to").asText("open"))
                .containsExactly(
                        first + " ACCREDITED 2026-06-15",
                        first + " ACCREDITED 2026-05-31",
                        second + " ACCREDITED 2026-06-30",
                        first + " ACCREDITED 2026-04-30",
                        second + " WITHDRAWN 2026-06-30",
                        third + " ACCREDITED open");
    }

    @Test
    void oneOfAFewDaysDoesNotEndOneThatLasts() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", Hospital.physician());
        hospital.accredit("2026-04-01", null);

        hospital.accredit("2026-04-15", "2026-04-20")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/to"))
                .body("errors.rule", contains("CUTS_SHORT"));
        hospital.get(path + "/accreditations").then().body("items.state", contains("ACCREDITED"));
    }

    @Test
    void oneThatEndsBeforeAnotherBeginsLeavesThatToCome() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", Hospital.physician());
        hospital.accredit("2026-06-01", null);

        hospital.accredit("2026-04-01", "2026-05-31").then().statusCode(201);

        hospital.get(path + "/accreditations")
                .then()
                .body("items.state", contains("ACCREDITED", "ACCREDITED"))
                .body("items.to", contains(null, "2026-05-31"));
    }

    @Test
    void aRefusalLeavesTheAccreditationThatStands() {
        hospital.state(path, Hospital.facility());
        hospital.statePhysician("DR-0001", Hospital.physician());
        hospital.accredit("2026-04-01", null);

        hospital.accredit("2026-03-01", null).then().body("state", equalTo("REFUSED"));

        hospital.get(path + "/accreditations")
                .then()
                .body("items.state", contains("ACCREDITED", "REFUSED"))
                .body("items[0].to", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void onlyARegistrarAccredits() {
        hospital.state(path, Hospital.facility());

        Hospital.as(Tokens.hospital(hospital.facilityId()))
                .header("Idempotency-Key", "k")
                .body(Map.of("documentNumber", "ACC-1", "protocol", "STEMIRAC", "from", "2026-04-01"))
                .post(path + "/accreditations")
                .then()
                .statusCode(403);
        Hospital.as(Tokens.token("registrar", null, "VASCULAR_REGENERATION"))
                .header("Idempotency-Key", "k")
                .body(Map.of("documentNumber", "ACC-1", "protocol", "STEMIRAC", "from", "2026-04-01"))
                .post(path + "/accreditations")
                .then()
                .statusCode(403);
    }

    @Test
    void whatCannotBeDecidedIsRefusedAndNothingIsKept() {
        hospital.accredit("2026-04-01", null).then().statusCode(404);
        hospital.state(path, Hospital.facility());

        hospital.accredit(Map.of("documentNumber", "A", "protocol", "NONE", "from", "2026-04-01"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/protocol"));
        hospital.accredit(Map.of("documentNumber", "A", "protocol", "STEMIRAC", "from", "2019-02-24"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/from"));
        hospital.accredit("2026-04-01", "2026-03-31").then().statusCode(422).body("errors.pointer", contains("/to"));

        hospital.get(path + "/accreditations").then().body("items", hasSize(0));
        assertThat(KafkaProbe.of(FACILITIES, hospital.facilityId())).isEmpty();
    }

    @Test
    void aRepeatedRequestIsAnsweredFromTheFirst() {
        hospital.state(path, Hospital.facility());
        var key = UUID.randomUUID().toString();
        var body = Map.of("documentNumber", "ACC-1", "protocol", "STEMIRAC", "from", "2026-04-01");
        String first = repeat(key, body).path("accreditationId");

        assertThat(repeat(key, body).<String>path("accreditationId")).isEqualTo(first);
        assertThat(Database.rows("SELECT 1 FROM accreditation WHERE facility_id = ?", hospital.facilityId()))
                .hasSize(1);
    }

    private io.restassured.response.Response repeat(String key, Object body) {
        return Hospital.as(Tokens.registrar())
                .header("Idempotency-Key", key)
                .body(body)
                .post(path + "/accreditations");
    }
}
