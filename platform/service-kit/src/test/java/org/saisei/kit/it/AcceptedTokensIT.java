package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** That a token was accepted opens the door for that token, until it expires, and for no other. */
@QuarkusTest
@WithRealParts
class AcceptedTokensIT {
    @Test
    void anAcceptedTokenEndsWhenItExpires() {
        var token = Tokens.shortLived("operator", null, Duration.ofSeconds(3));
        assertThat(answerTo(token)).isEqualTo(200);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(answerTo(token)).isEqualTo(401));
    }

    @Test
    void anotherSignatureUnderAnAcceptedTokenIsRefused() {
        var token = Tokens.token("operator", null);
        assertThat(answerTo(token)).isEqualTo(200);
        int signature = token.lastIndexOf('.') + 1;
        char first = token.charAt(signature);

        assertThat(answerTo(
                        token.substring(0, signature) + (first == 'A' ? 'B' : 'A') + token.substring(signature + 1)))
                .isEqualTo(401);
    }

    @Test
    void otherClaimsUnderAnAcceptedTokensSignatureAreRefused() {
        var hospital = Tokens.hospital("F-ACC-1");
        assertThat(answerTo(hospital)).isEqualTo(403);
        var parts = hospital.split("\\.");
        var claims = Tokens.token("operator", null).split("\\.")[1];

        assertThat(answerTo(parts[0] + "." + claims + "." + parts[2])).isEqualTo(401);
    }

    @Test
    void theSameTokenIsTheSameCallerAgain() {
        var hospital = Tokens.hospital("F-ACC-2");
        var operator = Tokens.token("operator", null);

        assertThat(answerTo(operator)).isEqualTo(200);
        assertThat(answerTo(hospital)).isEqualTo(403);
        assertThat(answerTo(operator)).isEqualTo(200);
        assertThat(answerTo(hospital)).isEqualTo(403);
    }

    private static int answerTo(String token) {
        return given().auth().oauth2(token).get("/audit/head").statusCode();
    }
}
