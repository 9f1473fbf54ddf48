package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.FacilityStatement.attestation;
import static org.saisei.eligibility.FacilityStatement.facilityWith;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.eligibility.SteeredClock;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;
import org.saisei.kit.time.RegulatoryDays;

/** A lapse that nobody states: its day comes. */
@QuarkusTest
@WithRealParts
class LapseWithTheDayIT {
    private final LocalDate today = RegulatoryDays.today(InstantSource.system());
    private final Hospital hospital = Hospital.fresh();
    private final Registrar registrar = new Registrar(hospital);
    private final String path = "/facilities/" + hospital.facilityId();

    @Inject
    SteeredClock clock;

    @Inject
    LapseAccreditations lapseAccreditations;

    @BeforeEach
    void itIsAccredited() {
        hospital.becomeAccredited();
    }

    @AfterEach
    void setTheClockRight() {
        clock.setBack(Duration.ZERO);
    }

    @Test
    @Tag("S-F2")
    void anEndThatIsStillToComeIsForeseenAndComesByItself() {
        var last = today.minusDays(2).toString();
        var after = today.minusDays(1).toString();
        clock.setBack(Duration.ofDays(4));
        hospital.restate(path + "/physicians/DR-0001", LapseIT.physician(last), "\"1\"")
                .then()
                .statusCode(200);

        hospital.get(path + "/accreditations").then().body("items.state", contains("ACCREDITED"));
        registrar.standing(last).then().body("state", equalTo("ACCREDITED"));
        registrar.standing(after).then().body("state", equalTo("LAPSED"));
        registrar.suspend(after).then().statusCode(409).body("state", equalTo("LAPSED"));

        clock.setBack(Duration.ZERO);
        lapseAccreditations.dayHasCome(RegulatoryDays.today(clock));

        assertThat(told(3)).last().isEqualTo("LAPSED from " + after + " [\"S-F2\"]");
        hospital.get(path + "/accreditations").then().body("items.state", contains("LAPSED"));
    }

    @Test
    @Tag("S-F1.6")
    void severalReplicasRecordALapseOnce() {
        clock.setBack(Duration.ofDays(4));
        hospital.restate(
                        path,
                        facilityWith(
                                "S-F1.6",
                                with(
                                        attestation("S-F1.6"),
                                        "endedOn",
                                        today.minusDays(2).toString())),
                        "\"1\"")
                .then()
                .statusCode(200);
        clock.setBack(Duration.ZERO);

        var replicas = Stream.generate(() ->
                        CompletableFuture.runAsync(() -> lapseAccreditations.dayHasCome(RegulatoryDays.today(clock))))
                .limit(3)
                .toList();

        replicas.forEach(CompletableFuture::join);
        assertThat(told(2)).hasSize(2).last().isEqualTo("LAPSED from " + today.minusDays(1) + " [\"S-F1.6\"]");
        assertThat(Database.rows("SELECT 1 FROM accreditation_change WHERE facility_id = ?", hospital.facilityId()))
                .hasSize(1);
    }

    private List<String> told(int number) {
        return hospital.toldOfFacility(number).stream().map(LapseIT::text).toList();
    }
}
