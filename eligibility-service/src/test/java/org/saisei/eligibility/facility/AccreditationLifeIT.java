package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.eligibility.Hospital.FACILITIES;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.FacilityStatement;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;
import org.saisei.kit.time.RegulatoryDays;

@QuarkusTest
@WithRealParts
class AccreditationLifeIT {
    private final Hospital hospital = Hospital.fresh();
    private final Registrar registrar = new Registrar(hospital);
    private final String path = "/facilities/" + hospital.facilityId();

    @BeforeEach
    void itIsAccredited() {
        hospital.becomeAccredited();
    }

    @Test
    void aSuspensionIsKeptWithItsReasonAndToldWithoutIt() {
        var request = registrar.request("2026-05-01");

        registrar
                .act("suspension", request, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .body("state", equalTo("SUSPENDED"))
                .body("stateFrom", equalTo("2026-05-01"))
                .body("to", nullValue())
                .body("history.state", contains("ACCREDITED", "SUSPENDED"))
                .body("history.from", contains("2026-04-01", "2026-05-01"))
                .body("history[1].documentNumber", equalTo(request.get("documentNumber")))
                .body("history[1].reason", equalTo(request.get("reason")));
        var told = hospital.toldOfFacility(2).get(1).value();
        assertThat(told.path("state").asText()).isEqualTo("SUSPENDED");
        assertThat(told.path("stateFrom").asText()).isEqualTo("2026-05-01");
        assertThat(told.path("documentNumber").asText()).isEqualTo(request.get("documentNumber"));
        assertThat(told.path("reasonCodes")).isEmpty();
        assertThat(told.toString()).doesNotContain("理由の目印");
        assertThat(Database.rows(
                        "SELECT reason FROM audit WHERE action = 'suspendAccreditation' AND resource_ids[1] = ?",
                        told.path("accreditationId").asText()))
                .extracting(row -> row.get("reason"))
                .containsExactly(request.get("reason"));
    }

    @Test
    void itIsResumedWithdrawnAndGrantedAnewEachOnItsDay() {
        registrar.suspend("2026-05-01").then().statusCode(201);
        registrar.resume("2026-05-11").then().statusCode(201).body("state", equalTo("ACCREDITED"));
        registrar
                .withdraw("2026-06-01")
                .then()
                .statusCode(201)
                .body("state", equalTo("WITHDRAWN"))
                .body("to", equalTo("2026-05-31"));
        hospital.accredit("2026-07-01", null).then().body("state", equalTo("ACCREDITED"));

        assertThat(hospital.toldOfFacility(5))
                .extracting(event -> event.value().path("state").asText() + " from "
                        + event.value().path("stateFrom").asText())
                .containsExactly(
                        "ACCREDITED from 2026-04-01",
                        "SUSPENDED from 2026-05-01",
                        "ACCREDITED from 2026-05-11",
                        "WITHDRAWN from 2026-06-01",
                        "ACCREDITED from 2026-07-01");
        hospital.get(path + "/accreditations")
                .then()
                .body("items.state", contains("WITHDRAWN", "ACCREDITED"))
                .body("items.to", contains("2026-05-31", null))
                .body("items[0].history.state", contains("ACCREDITED", "SUSPENDED", "ACCREDITED", "WITHDRAWN"));
    }

    @Test
    void aChangeThatIsStillToComeIsToldAtOnceAndChangesNothingYet() {
        var day = RegulatoryDays.today(InstantSource.system()).plusDays(30).toString();

        registrar
                .suspend(day)
                .then()
                .statusCode(201)
                .body("state", equalTo("ACCREDITED"))
                .body("stateFrom", equalTo("2026-04-01"))
                .body("history[1].state", equalTo("SUSPENDED"));

        var told = hospital.toldOfFacility(2).get(1).value();
        assertThat(told.path("state").asText() + " " + told.path("stateFrom").asText())
                .isEqualTo("SUSPENDED " + day);
    }

    @ParameterizedTest
    @CsvSource({
        "resumption, '', ACCREDITED",
        "suspension, suspension, SUSPENDED",
        "suspension, withdrawal, WITHDRAWN",
        "resumption, withdrawal, WITHDRAWN",
        "withdrawal, withdrawal, WITHDRAWN"
    })
    void whatTheStateDoesNotAllowIsRefusedAndTheStateNamed(String act, String before, String state) {
        if (!before.isEmpty()) {
            registrar.act(before, "2026-05-01").then().statusCode(201);
        }
        var kept = Database.count("accreditation_change");

        registrar
                .act(act, "2026-05-02")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/accreditation-state"))
                .body("state", equalTo(state))
                .body("stateFrom", equalTo(before.isEmpty() ? "2026-04-01" : "2026-05-01"));
        assertThat(Database.count("accreditation_change")).isEqualTo(kept);
    }

    @Test
    void aChangeBeginsInThePeriodAndFromTheStateOfItsDay() {
        registrar.suspend("2026-03-31").then().statusCode(422).body("errors.rule", contains("OUTSIDE_PERIOD"));
        registrar.suspend("2026-05-01").then().statusCode(201);

        registrar.resume("2026-04-30").then().statusCode(409).body("state", equalTo("ACCREDITED"));
        registrar.resume("2026-05-01").then().statusCode(201);
    }

    @Test
    void aChangeBeginsOnTheLastDayAtTheLatest() {
        var bounded = Hospital.fresh();
        bounded.state("/facilities/" + bounded.facilityId(), Hospital.facility());
        bounded.statePhysician("DR-0001", Hospital.physician());
        bounded.accredit("2026-04-01", "2026-06-30");
        var itsRegistrar = new Registrar(bounded);

        itsRegistrar.withdraw("2026-07-01").then().statusCode(422).body("errors.pointer", contains("/from"));
        itsRegistrar.suspend("2026-06-30").then().statusCode(201);
    }

    @Test
    void whatWasNeverGrantedIsNotThere() {
        var refused = Hospital.fresh();
        refused.state("/facilities/" + refused.facilityId(), Hospital.facility());
        refused.accredit("2026-04-01", null).then().body("state", equalTo("REFUSED"));

        new Registrar(refused).suspend("2026-05-01").then().statusCode(404);
        new Registrar(Hospital.fresh()).suspend("2026-05-01").then().statusCode(404);
    }

    @Test
    @Tag("S-F1.6")
    void itIsNotResumedWhileARequirementIsNotShownToBeMet() {
        registrar.suspend("2026-05-01").then().statusCode(201);
        hospital.restate(path, FacilityStatement.facilityWith("S-F1.6"), "\"1\"")
                .then()
                .statusCode(200);

        registrar
                .resume("2026-05-11")
                .then()
                .statusCode(422)
                .body("errors.rule", contains("S-F1.6"))
                .body("verdicts.find { it.criterion == 'S-F1.6' }.verdict", equalTo("UNKNOWN"))
                .body("verdicts.find { it.criterion == 'S-F1.6' }.missing", contains("/attestations/S-F1.6"));

        hospital.restate(path, Hospital.facility(), "\"2\"").then().statusCode(200);
        registrar.resume("2026-05-11").then().statusCode(201).body("state", equalTo("ACCREDITED"));
    }

    @Test
    void aLaterAccreditationTakesThePlaceOfASuspendedOne() {
        registrar.suspend("2026-05-01").then().statusCode(201);
        hospital.accredit("2026-06-01", null).then().body("state", equalTo("ACCREDITED"));

        hospital.get(path + "/accreditations")
                .then()
                .body("items.state", contains("SUSPENDED", "ACCREDITED"))
                .body("items.to", contains("2026-05-31", null));
        registrar.standing("2026-05-31").then().body("state", equalTo("SUSPENDED"));
        registrar.standing("2026-06-01").then().body("state", equalTo("ACCREDITED"));
    }

    @Test
    void theRequestIsAnsweredOnceAndItsDocumentNumberTakenOnce() {
        var request = registrar.request("2026-05-01");
        var key = UUID.randomUUID().toString();
        String id = registrar.act("suspension", request, key).path("accreditationId");

        registrar.act("suspension", request, key).then().statusCode(201).body("accreditationId", equalTo(id));
        registrar
                .act("suspension", request, UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-recorded"))
                .header("Location", endsWith(path + "/accreditations/" + id));
        hospital.get(path + "/accreditations?documentNumber=" + request.get("documentNumber"))
                .then()
                .body("items.accreditationId", contains(id));
        assertThat(Database.rows("SELECT 1 FROM accreditation_change WHERE facility_id = ?", hospital.facilityId()))
                .hasSize(1);
    }

    @Test
    void onlyARegistrarOfTheProtocolDecides() {
        for (var token : List.of(
                Tokens.hospital(hospital.facilityId()), Tokens.token("registrar", null, "VASCULAR_REGENERATION"))) {
            for (var act : List.of("suspension", "resumption", "withdrawal")) {
                Hospital.as(token)
                        .header("Idempotency-Key", "k")
                        .body(registrar.request("2026-05-01"))
                        .post(path + "/accreditations/STEMIRAC/" + act)
                        .then()
                        .statusCode(403);
            }
        }
        hospital.get(path + "/accreditations").then().body("items[0].history", hasSize(1));
        assertThat(KafkaProbe.of(FACILITIES, hospital.facilityId())).hasSize(1);
    }

    @Test
    void aReasonIsGivenInAtMost500Characters() {
        for (var reason : List.of(" ", "あ".repeat(501))) {
            registrar
                    .act(
                            "suspension",
                            with(registrar.request("2026-05-01"), "reason", reason),
                            UUID.randomUUID().toString())
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/reason"));
        }
        registrar
                .act(
                        "suspension",
                        with(registrar.request("2026-05-01"), "reason", "あ".repeat(500)),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(201);
    }
}
