package org.saisei.registry.erasure;

import static java.util.Map.entry;
import static org.hamcrest.Matchers.is;
import static org.saisei.registry.Registry.Absent.ABSENT;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.enrolment;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;
import static org.saisei.registry.erasure.Erasing.erase;
import static org.saisei.registry.erasure.Erasing.erasure;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class RetentionIT {
    private String subject;

    @BeforeEach
    void aPatientIsEnrolled() {
        subject = enrol(newCandidate());
    }

    @Test
    void theEndOfTheRetentionIsNoGroundBeforeItHasCome() {
        erase(subject, with(erasure(), entry("ground", "RETENTION_ENDED")))
                .then()
                .statusCode(409)
                .body("type", is("/problems/retention-runs"))
                .body("retainUntil", is("2046-04-11"));

        collect(subject);

        erase(subject, with(erasure(), entry("ground", "RETENTION_ENDED")))
                .then()
                .statusCode(409)
                .body("retainUntil", is("2046-04-16"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATIENT_REQUEST", "ENROLLED_IN_ERROR"})
    void whoErasesBeforeTheRetentionEndsNamesTheFileThatSaysWhy(String ground) {
        var unreferenced = with(erasure(), entry("ground", ground), entry("reference", ABSENT));

        erase(subject, unreferenced)
                .then()
                .statusCode(422)
                .body("type", is("/problems/reference-required"))
                .body("errors.pointer", is(List.of("/reference")))
                .body("retainUntil", is("2046-04-11"));

        hospital().get("/subjects/" + subject + "/identity").then().statusCode(200);
    }

    @Test
    void afterTheRetentionHasEndedNoFileNeedBeNamed() {
        var old = with(enrolment(newCandidate()), entry("injuryDate", "2001-04-05"), entry("enrolledOn", "2001-04-11"));
        String longAgo = post("/subjects", old).then().statusCode(201).extract().path("subjectId");

        erase(longAgo, with(erasure(), entry("ground", "RETENTION_ENDED"), entry("reference", ABSENT)))
                .then()
                .statusCode(201);
    }
}
