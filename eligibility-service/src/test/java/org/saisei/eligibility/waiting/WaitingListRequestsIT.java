package org.saisei.eligibility.waiting;

import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
@Tag("S-P3")
class WaitingListRequestsIT {
    private final Hospital hospital = Hospital.fresh();

    @ParameterizedTest
    @CsvSource({
        "/waiting-list, query:protocol",
        "/waiting-list?protocol=x, query:protocol",
        "/waiting-list?protocol=NONE, query:protocol",
        "/waiting-list?protocol=TOY, query:protocol",
        "/waiting-list?protocol=STEMIRAC&on=2190-01-01, query:on",
        "/waiting-list?protocol=STEMIRAC&on=2019-02-24, query:on",
        "/waiting-list?protocol=STEMIRAC&on=x, query:on",
        "/waiting-list?protocol=STEMIRAC&limit=0, query:limit",
        "/waiting-list?protocol=STEMIRAC&after=x, query:after",
        "/waiting-list?protocol=STEMIRAC&after=MSAyMDI2LTA0LTMxIHg, query:after",
        "/waiting-list?protocol=STEMIRAC&after=MSAyMDI2LTA0LTMxIDIwMjYtMDQtMDEgeA, query:after",
        "/waiting-list?protocol=STEMIRAC&after=MSAyMDI2LTA0LTMwIDIwMjYtMDQtMzEgMDE5NThjN2UtNGIwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAy, query:after"
    })
    void whatCannotBeAskedIsRefusedWithItsPlace(String path, String pointer) {
        hospital.get(path).then().statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void onlyHospitalsAndRegistrarsSeeIt() {
        Hospital.as(Tokens.safetyOfficer())
                .get("/waiting-list?protocol=STEMIRAC")
                .then()
                .statusCode(403);
        Hospital.as(Tokens.token("registrar", null, "TOY"))
                .get("/waiting-list?protocol=STEMIRAC")
                .then()
                .statusCode(403);
    }
}
