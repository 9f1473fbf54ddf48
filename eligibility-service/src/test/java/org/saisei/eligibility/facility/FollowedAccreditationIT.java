package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;
import org.saisei.kit.time.RegulatoryDays;

/** One accreditation from 2026-04-01, and another that takes its place from 2026-05-01. */
@QuarkusTest
@WithRealParts
class FollowedAccreditationIT {
    private final Hospital hospital = Hospital.fresh();
    private final Registrar registrar = new Registrar(hospital);
    private final String path = "/facilities/" + hospital.facilityId();

    @BeforeEach
    void itIsAccreditedTwice() {
        hospital.becomeAccredited();
        hospital.accredit("2026-05-01", null).then().body("state", equalTo("ACCREDITED"));
    }

    @ParameterizedTest
    @CsvSource({"suspension, suspended or withdrawn, SUSPENDED", "withdrawal, withdrawn, WITHDRAWN"})
    void anActThatTheNextAccreditationWouldUndoIsRefusedUntilThatOneIsEndedToo(String act, String first, String state) {
        var kept = Database.count("accreditation_change");
        registrar
                .act(act, "2026-04-21")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/from"))
                .body("errors.rule", contains("FOLLOWED"))
                .body("errors.message", contains(allOf(containsString("2026-05-01"), containsString(first))));
        assertThat(Database.count("accreditation_change")).isEqualTo(kept);

        registrar.act(act, "2026-05-01").then().statusCode(201);
        registrar.act(act, "2026-04-21").then().statusCode(201);

        assertThat(standing("2026-04-20", "2026-04-21", "2026-04-30", "2026-05-01"))
                .containsExactly("ACCREDITED", state, state, state);
    }

    @Test
    void oneThatFollowsSuspendedIsWithdrawnBeforeTheOneItFollowsIs() {
        registrar.suspend("2026-05-01").then().statusCode(201);

        registrar.withdraw("2026-04-21").then().statusCode(422).body("errors.rule", contains("FOLLOWED"));
        registrar.withdraw("2026-05-01").then().statusCode(201);
        registrar.withdraw("2026-04-21").then().statusCode(201);

        assertThat(standing("2026-04-21", "2026-05-01")).containsOnly("WITHDRAWN");
    }

    @Test
    void oneThatIsResumedIsNotUndoneByTheNext() {
        var resumed = Hospital.accredited();
        var decides = new Registrar(resumed);
        decides.suspend("2026-04-11").then().statusCode(201);
        resumed.accredit("2026-05-01", null).then().body("state", equalTo("ACCREDITED"));

        decides.resume("2026-04-21").then().statusCode(201);
    }

    @Test
    @Tag("S-F2")
    void oneThatWillHaveLapsedByItsFirstDayUndoesNothing() {
        var today = RegulatoryDays.today(InstantSource.system());
        var next = today.plusDays(40);
        hospital.accredit(next.toString(), null).then().body("state", equalTo("ACCREDITED"));
        var placement = Map.of(
                "protocol",
                "STEMIRAC",
                "from",
                "2026-04-01",
                "to",
                next.minusDays(1).toString());
        hospital.restate(
                        path + "/physicians/DR-0001",
                        with(
                                Hospital.physician(),
                                "placements",
                                List.of(
                                        placement,
                                        Map.of("protocol", "STEMIRAC", "from", "2026-04-01", "role", "CARE"))),
                        "\"1\"")
                .then()
                .statusCode(200);

        registrar.withdraw(today.plusDays(20).toString()).then().statusCode(201);

        assertThat(standing(today.plusDays(20).toString(), next.minusDays(1).toString()))
                .containsOnly("WITHDRAWN");
        assertThat(standing(next.toString())).containsExactly("LAPSED");
    }

    private List<String> standing(String... days) {
        return Stream.of(days)
                .map(day -> registrar.standing(day).<String>path("state"))
                .toList();
    }
}
