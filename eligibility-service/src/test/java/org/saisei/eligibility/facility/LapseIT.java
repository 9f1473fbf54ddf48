package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.FacilityStatement.attestation;
import static org.saisei.eligibility.FacilityStatement.facilityWith;
import static org.saisei.eligibility.FacilityStatement.rehabilitationLink;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe.Event;
import org.saisei.kit.test.WithRealParts;
import org.saisei.kit.time.RegulatoryDays;

@QuarkusTest
@WithRealParts
class LapseIT {
    private final LocalDate today = RegulatoryDays.today(InstantSource.system());
    private final Hospital hospital = Hospital.fresh();
    private final Registrar registrar = new Registrar(hospital);
    private final String path = "/facilities/" + hospital.facilityId();

    @BeforeEach
    void itIsAccredited() {
        hospital.becomeAccredited();
    }

    @Test
    @Tag("S-F2")
    void whenTheOnlyResponsiblePhysicianHasLeftItLapsesOnTheDayAfter() {
        placed("2026-05-31", 1);

        hospital.get(path + "/accreditations")
                .then()
                .body("items.state", contains("LAPSED"))
                .body("items.stateFrom", contains("2026-06-01"))
                .body("items.to", contains("2026-05-31"))
                .body("items[0].history[1].requirements", contains("S-F2"));
        assertThat(told(2)).containsExactly("ACCREDITED from 2026-04-01 []", "LAPSED from 2026-06-01 [\"S-F2\"]");
        assertThat(Database.rows(
                        "SELECT actor FROM audit WHERE action = 'lapseAccreditation' AND resource_ids[1] = ?",
                        hospital.get(path + "/accreditations").<String>path("items[0].accreditationId")))
                .extracting(row -> row.get("actor"))
                .containsExactly("service:eligibility-service");
    }

    @ParameterizedTest
    @Tag("S-F1.4a")
    @Tag("S-F1.6")
    @ValueSource(strings = {"S-F1.4a", "S-F1.6"})
    void whenAStatementOrAFilingHasEndedItLapsesOnTheDayAfter(String requirement) {
        attested(requirement, "2026-05-31", 1);

        assertThat(told(2)).last().isEqualTo("LAPSED from 2026-06-01 [\"" + requirement + "\"]");
        registrar.standing("2026-05-31").then().body("state", equalTo("ACCREDITED"));
        registrar
                .standing("2026-06-01")
                .then()
                .body("state", equalTo("LAPSED"))
                .body("requirementsNotMet", contains(requirement));
    }

    @Test
    @Tag("S-F1.5")
    void whenTheOnlyLinkHasEndedItLapsesOnTheDayAfter() {
        linked(with(rehabilitationLink(), "to", "2026-05-31"));

        assertThat(told(2)).last().isEqualTo("LAPSED from 2026-06-01 [\"S-F1.5\"]");
        registrar.standing("2026-05-31").then().body("state", equalTo("ACCREDITED"));
    }

    @Test
    @Tag("S-F1.5")
    void anotherLinkKeepsItAndIsTold() {
        linked(
                with(rehabilitationLink(), "to", "2026-05-31"),
                with(rehabilitationLink(), "facilityId", "F-REHAB-02", "from", "2026-06-01"));

        var told = hospital.toldOfFacility(2).get(1).value();
        assertThat(told.path("state").asText()).isEqualTo("ACCREDITED");
        assertThat(told.path("linkedFacilities").toString()).isEqualTo("[\"F-REHAB-02\"]");
    }

    @Test
    @Tag("S-F2")
    void whatChangesIsToldWhileAWithdrawalIsStillToCome() {
        registrar.withdraw(today.plusDays(40).toString()).then().statusCode(201);
        hospital.statePhysician("DR-0002", with(Hospital.physician(), "licensedOn", "2004-04-01"));

        assertThat(told(3)).last().asString().startsWith("WITHDRAWN from " + today.plusDays(40));
    }

    @Test
    @Tag("S-F2")
    void whereNoPlacementIsStatedAnyMoreItIsUnknownAndDoesNotLapse() {
        hospital.restate(path + "/physicians/DR-0001", with(Hospital.physician(), "placements", List.of()), "\"1\"")
                .then()
                .statusCode(200);

        registrar.standing("2026-06-01").then().body("state", equalTo("ACCREDITED"));
        hospital.get(path + "/accreditations").then().body("items[0].history.state", contains("ACCREDITED"));
    }

    @Test
    @Tag("S-F2")
    void whileAnotherIsResponsibleItStandsAndTheChangeIsTold() {
        hospital.statePhysician("DR-0002", Hospital.physician()).then().statusCode(201);
        placed("2026-05-31", 1);

        assertThat(told(3))
                .containsExactly(
                        "ACCREDITED from 2026-04-01 []",
                        "ACCREDITED from 2026-04-01 []",
                        "ACCREDITED from 2026-04-01 []");
        hospital.get(path + "/accreditations").then().body("items.state", contains("ACCREDITED"));
    }

    @Test
    @Tag("S-F1.6")
    void whatIsNoLongerKnownDoesNotMakeItLapse() {
        hospital.restate(path, facilityWith("S-F1.6"), "\"1\"").then().statusCode(200);

        hospital.get(path + "/accreditations").then().body("items.state", contains("ACCREDITED"));
        registrar
                .standing("2026-06-01")
                .then()
                .body("state", equalTo("ACCREDITED"))
                .body("requirementsUnknown.requirement", contains("S-F1.6"));
    }

    @Test
    @Tag("S-F2")
    void aSuspendedOneLapsesTooAndIsNotResumedFromThenOn() {
        registrar.suspend("2026-05-01").then().statusCode(201);
        placed("2026-05-31", 1);

        assertThat(told(3)).last().isEqualTo("LAPSED from 2026-06-01 [\"S-F2\"]");
        registrar.resume("2026-06-01").then().statusCode(409).body("state", equalTo("LAPSED"));
        registrar.resume("2026-05-15").then().statusCode(201);
        registrar.standing("2026-05-14").then().body("state", equalTo("SUSPENDED"));
        registrar.standing("2026-05-31").then().body("state", equalTo("ACCREDITED"));
        registrar.standing("2026-06-01").then().body("state", equalTo("LAPSED"));
    }

    @Test
    @Tag("S-F2")
    void aLapseThatIsRecordedStandsWhateverTheRecordSaysLaterAndANewAccreditationIsNeeded() {
        placed("2026-05-31", 1);
        placed(null, 2);

        registrar.standing("2026-06-01").then().body("state", equalTo("LAPSED"));
        registrar.suspend("2026-07-01").then().statusCode(409).body("state", equalTo("LAPSED"));

        hospital.accredit("2026-07-01", null).then().body("state", equalTo("ACCREDITED"));
        registrar.standing("2026-06-30").then().body("state", equalTo("LAPSED"));
        registrar.standing("2026-07-01").then().body("state", equalTo("ACCREDITED"));
        hospital.get(path + "/accreditations").then().body("items.to", contains("2026-05-31", null));
    }

    @Test
    @Tag("S-F2")
    void oneThatIsGrantedFromADaySinceWhichItsGroundEndedLapsesAtOnce() {
        var late = Hospital.fresh();
        late.state("/facilities/" + late.facilityId(), Hospital.facility());
        late.statePhysician("DR-0001", physician("2026-05-31"));

        late.accredit("2026-04-01", null)
                .then()
                .statusCode(201)
                .body("state", equalTo("LAPSED"))
                .body("history.state", contains("ACCREDITED", "LAPSED"));
        assertThat(late.toldOfFacility(2))
                .extracting(event -> event.value().path("state").asText())
                .containsExactly("ACCREDITED", "LAPSED");
    }

    @Test
    @Tag("S-F2")
    void whoStatesWhatEndsAnAccreditationIsToldSo() {
        hospital.restate(path + "/physicians/DR-0001", physician("2026-05-31"), "\"1\"")
                .then()
                .statusCode(200)
                .body("lapsed.protocol", contains("STEMIRAC"))
                .body("lapsed.from", contains("2026-06-01"))
                .body("lapsed[0].requirements", contains("S-F2"));
        hospital.restate(path + "/physicians/DR-0001", physician(null), "\"2\"")
                .then()
                .statusCode(200)
                .body("lapsed", empty());
    }

    private List<String> told(int number) {
        return hospital.toldOfFacility(number).stream().map(LapseIT::text).toList();
    }

    static String text(Event event) {
        var value = event.value();
        return value.path("state").asText() + " from " + value.path("stateFrom").asText() + " "
                + value.path("reasonCodes");
    }

    private void placed(@Nullable String to, int version) {
        hospital.restate(path + "/physicians/DR-0001", physician(to), "\"" + version + "\"")
                .then()
                .statusCode(200);
    }

    /** Responsible until that day; open if null. */
    static Map<String, Object> physician(@Nullable String to) {
        return with(
                Hospital.physician(),
                "placements",
                List.of(
                        with(Map.of("protocol", "STEMIRAC", "from", "2026-04-01"), "to", to),
                        Map.of("protocol", "STEMIRAC", "from", "2026-04-01", "role", "CARE")));
    }

    @SafeVarargs
    private final void linked(Map<String, Object>... links) {
        hospital.restate(path, with(Hospital.facility(), "links", List.of(links)), "\"1\"")
                .then()
                .statusCode(200);
    }

    private void attested(String requirement, String endedOn, int version) {
        hospital.restate(
                        path,
                        facilityWith(requirement, with(attestation(requirement), "endedOn", endedOn)),
                        "\"" + version + "\"")
                .then()
                .statusCode(200);
    }
}
