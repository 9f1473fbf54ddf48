package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.local.KeycloakAdmin.Rights;
import org.saisei.local.KeycloakServer;
import org.saisei.stack.ServiceName;

/** The packaged services with tokens of a real Keycloak, which has imported the operators' realm file as it is. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ResourceLock("a stack of their own")
class KeycloakE2E {
    private static final int FIRST = 1;
    private static final int LAST = Integer.MAX_VALUE;
    private static final String FACILITY = "F-KEYCLOAK";
    private static final String PASSWORD = "Nobody-guesses-7";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Stack stack;
    private static KeycloakServer keycloak;
    private static Realm realm;

    @BeforeAll
    static void startBeforeKeycloak() {
        stack = Stack.startBeforeKeycloak(
                "keycloak",
                Map.of("SAISEI_ISSUER_KEYS_EVERY", "PT1S", "QUARKUS_OIDC_TOKEN_FORCED_JWK_REFRESH_INTERVAL", "0.2S"));
        keycloak = stack.processes().keycloak();
        realm = new Realm(keycloak);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    @Order(FIRST)
    void aServiceThatIsThereBeforeItsIssuerAsksForPatienceAndThenServes() {
        var early = cases(stack.processes().tokens().token("safety_officer", null, List.of()));

        keycloak.process().thaw();
        keycloak.awaitReady();

        assertThat(early.status()).isEqualTo(503);
        assertThat(early.header("Retry-After")).isNotEmpty();
        assertThat(early.header("Content-Type")).isEqualTo("application/problem+json");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(cases(token("safety_officer", null)).status())
                                .isEqualTo(200));
    }

    @Test
    void aHospitalsSystemGoesFromAccreditationToAReportThatReachesTheSafetyOfficer() throws Exception {
        try (var officer = new Officer(
                        () -> stack.service(ServiceName.ADVERSE_EVENT).uri().resolve("/cases/stream"),
                        token("safety_officer", null),
                        null)
                .opened()) {
            var journey = new Journey(stack).accredited();
            var subject = journey.enrol(journey.assess("A").text("candidateId"))
                    .expect(201)
                    .text("subjectId");

            var reported = journey.hospital(ServiceName.ADVERSE_EVENT)
                    .post("/cases", journey.report(subject))
                    .expect(201)
                    .text("caseId");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(officer.entries())
                            .anySatisfy(entry -> assertThat(entry.data()).contains(reported)));
        }
    }

    @Test
    void aPersonLogsInAndOnlyTheAccessTokenOpensAnything() {
        realm.createUser("officer", PASSWORD, new Rights("safety_officer", null, List.of()));
        var browser = new Browser(keycloak.issuer(), "saisei-people", "https://saisei.invalid/signed-in");

        var tokens = browser.logIn("officer", PASSWORD);

        assertThat(cases(tokens.path("access_token").textValue()).status()).isEqualTo(200);
        assertThat(cases(tokens.path("id_token").textValue()).status()).isEqualTo(401);
        assertThat(cases(tokens.path("refresh_token").textValue()).status()).isEqualTo(401);
        assertThat(cases("an-opaque-token").status()).isEqualTo(401);
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        realm.createUser("once", PASSWORD, new Rights("safety_officer", null, List.of()));
        var browser = new Browser(keycloak.issuer(), "saisei-people", "https://saisei.invalid/signed-in");
        var refresh = browser.logIn("once", PASSWORD).path("refresh_token").textValue();

        browser.refresh(refresh).expect(200);

        assertThat(browser.refresh(refresh).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"saisei-people", "account-console", "admin-cli"})
    void noClientTakesAPassword(String client) {
        var trade = new Browser(keycloak.issuer(), client, "").tradePassword("officer", PASSWORD);

        assertThat(trade.status()).isIn(400, 401);
        assertThat(trade.text("error")).isIn("unauthorized_client", "invalid_client");
    }

    @Test
    void nobodyGivesThemselvesAFacilityOrProtocols() {
        realm.createUser("hopeful", PASSWORD, new Rights("hospital", FACILITY, List.of()));
        var account = new Caller(
                keycloak::issuer,
                new Browser(keycloak.issuer(), "account-console", keycloak.issuer() + "/account/")
                        .logIn("hopeful", PASSWORD)
                        .path("access_token")
                        .textValue());

        assertThat(change(account, "{\"facility_id\": [\"F-OTHER\"]}").status()).isEqualTo(400);
        assertThat(change(account, "{\"facility_id\": [\"%s\"], \"protocols\": [\"TOY\"]}".formatted(FACILITY))
                        .status())
                .isEqualTo(400);
        assertThat(realm.account("hopeful").path("attributes"))
                .isEqualTo(Journey.json("{\"facility_id\": [\"%s\"]}", FACILITY));
    }

    @Test
    void aRoleOpensItsOwnDoorsOnly() {
        assertThat(stack.caller(ServiceName.ELIGIBILITY, "analyst", null)
                        .get("/assessments")
                        .status())
                .isEqualTo(403);
        assertThat(stack.caller(ServiceName.REGISTRY, "safety_officer", null)
                        .get("/subjects")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anAccountWithoutARoleGetsNoTokenForTheServices() {
        assertThat(cases(realm.system(new Rights(null, FACILITY, List.of()), Map.of()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aHospitalWithoutAFacilityMayDoNothing() {
        assertThat(cases(realm.system(new Rights("hospital", null, List.of()), Map.of()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aCallerOfOtherProtocolsIsRefused() {
        var limited = new Caller(
                () -> stack.service(ServiceName.ELIGIBILITY).uri(),
                realm.system(new Rights("hospital", FACILITY, List.of("TOY")), Map.of()));

        assertThat(limited.post("/assessments", new Journey(stack).assessment("A"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        var credentials = realm.createSystem(new Rights("safety_officer", null, List.of()), Map.of());
        realm.takeAwayScope(credentials, "saisei");

        assertThat(cases(realm.token(credentials)).status()).isEqualTo(401);
    }

    @Test
    void aTokenEndsWithItsTime() {
        var brief = realm.system(new Rights("safety_officer", null, List.of()), Map.of("access.token.lifespan", "5"));
        assertThat(cases(brief).status()).isEqualTo(200);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(cases(brief).status()).isEqualTo(401));
    }

    @Test
    void whoIsShutOutKeepsTheirTokenUntilItsTimeAndGetsNoOther() {
        var credentials = realm.createSystem(new Rights("safety_officer", null, List.of()), Map.of());
        var token = realm.token(credentials);

        realm.shutOut(credentials);

        assertThat(cases(token).status()).isEqualTo(200);
        assertThatThrownBy(() -> realm.token(credentials)).hasMessageContaining("answered 401");
    }

    @Test
    @Order(LAST - 1)
    void keysRotateWhileTheServicesRunAndAWithdrawnKeyEndsWithinItsTime() {
        var before = fresh();

        realm.signWithAnotherKey();
        var after = fresh();

        assertThat(Jwt.of(after).key()).isNotEqualTo(Jwt.of(before).key());
        assertThat(cases(after).status()).isEqualTo(200);
        assertThat(cases(before).status()).isEqualTo(200);

        realm.withdrawTheFirstKey();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(cases(before).status()).isEqualTo(401));
        assertThat(cases(after).status()).isEqualTo(200);
    }

    @Test
    @Order(LAST)
    void withoutTheIssuerKnownKeysGoOnAndUnknownOnesAreRefused() {
        var token = fresh();
        assertThat(cases(token).status()).isEqualTo(200);

        keycloak.process().kill();

        assertThat(cases(token).status()).isEqualTo(200);
        assertThat(cases(Jwt.of(token).withKey("nobodys").compact()).status()).isEqualTo(401);
        assertThat(cases("an-opaque-token").status()).isEqualTo(401);
    }

    private static Reply cases(String token) {
        return new Caller(() -> stack.service(ServiceName.ADVERSE_EVENT).uri(), token).get("/cases");
    }

    private static String token(String role, @Nullable String facility) {
        return stack.processes().issuer().token(role, facility, List.of());
    }

    /** Of the key that signs now. */
    private static String fresh() {
        return realm.system(new Rights("safety_officer", null, List.of()), Map.of());
    }

    private static Reply change(Caller account, String attributes) {
        return account.post("/account/", Journey.json("{\"username\": \"hopeful\", \"attributes\": %s}", attributes));
    }
}
