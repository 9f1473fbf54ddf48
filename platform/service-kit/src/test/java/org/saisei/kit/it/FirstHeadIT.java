package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.saisei.kit.audit.verify.HeadFile;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** A service whose trail was empty when it started, and that tells heads as seldom as in production. */
@QuarkusTest
@WithRealParts
@TestProfile(FirstHeadIT.Hourly.class)
class FirstHeadIT {
    /** The usual time between two heads. */
    public static final class Hourly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("saisei.audit.head-every", "PT1H");
        }
    }

    @ConfigProperty(name = "saisei.audit.head-file")
    Path file;

    @Test
    void theFirstHeadIsToldOnceTheFirstBlockIsSealedAndNoOtherWithinTheHour() {
        assertThat(file).doesNotExist();
        readTheTrail();

        await().until(() -> file.toFile().exists());
        readTheTrail();

        assertThat(file)
                .satisfies(told -> assertThat(HeadFile.read(told).heads())
                        .singleElement()
                        .satisfies(head -> assertThat(head.number()).isPositive()));
    }

    private static void readTheTrail() {
        given().auth()
                .oauth2(Tokens.token("operator", null))
                .get("/audit/head")
                .then()
                .statusCode(200);
    }
}
