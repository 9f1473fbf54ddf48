package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** Who sees which rows of the audit trail, and how much of them. */
@QuarkusTest
@WithRealParts
class AuditIT {
    private static final Actor REGISTRAR = new Actor("rita", "desk", Set.of(Role.REGISTRAR), null, Set.of());

    @Inject
    AuditTrail trail;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String own = "F-OWN-" + run;
    private final String other = "F-OTHER-" + run;
    private final String thing = own + "/P1/1";
    private final String others = other + "/P2/1";

    @BeforeEach
    void whatWasDone() {
        wrote(hospital(own), "makeThing", thing, null, Map.of("state", "made"));
        wrote(hospital(other), "makeThing", others, null, Map.of("state", "made"));
        trail.read(REGISTRAR, "listThings", "thing", "asked for both", List.of(thing, others));
        QuarkusTransaction.requiringNew()
                .run(() -> trail.wrote(
                        REGISTRAR,
                        "suspendThing",
                        "thing",
                        thing,
                        "why",
                        Map.of("state", "made"),
                        Map.of("state", "off")));
    }

    @Test
    void aHospitalSeesWhatItsOwnCallersDid() {
        audit(Tokens.hospital(own), "")
                .body("items.action", contains("makeThing"))
                .body("items[0].actor", equalTo("someone at " + own))
                .body("items[0].resourceIds", contains(thing))
                .body("items[0].after.state", equalTo("made"))
                .body("items[0].recordedAt", notNullValue());
    }

    @Test
    void aHospitalSeesWhoTouchedAResourceOfItsOwnAndNobodyElsesIds() {
        audit(Tokens.hospital(own), "resourceId=" + thing)
                .body("items.action", contains("suspendThing", "listThings", "makeThing"))
                .body("items.resourceIds.flatten()", everyItem(equalTo(thing)))
                .body("items.query", everyItem(nullValue()))
                .body("items[0].actor", equalTo("rita"))
                .body("items[0].reason", equalTo("why"))
                .body("items[0].before.state", equalTo("made"))
                .body("items[0].after.state", equalTo("off"));
    }

    @Test
    void anothersResourceLooksAsIfNobodyHadTouchedIt() {
        audit(Tokens.hospital(own), "resourceId=" + others).body("items", empty());
        audit(Tokens.hospital(own), "resourceId=F-NOWHERE/P1/1").body("items", empty());
    }

    @Test
    void aRegistrarSeesAllOfIt() {
        audit(Tokens.registrar(), "resourceId=" + thing)
                .body("items.action", contains("suspendThing", "listThings", "makeThing"))
                .body("items[1].resourceIds", contains(thing, others))
                .body("items[1].query", equalTo("asked for both"));
    }

    @Test
    void aRegistrarLimitedToProtocolsSeesTheirResourcesAndWhatTheyDidThemselves() {
        var limited = Tokens.token("registrar", null, "P1");

        audit(limited, "resourceId=" + thing)
                .body("items.action", contains("suspendThing", "listThings", "makeThing"))
                .body("items.resourceIds.flatten()", everyItem(equalTo(thing)));
        audit(limited, "resourceId=" + others).body("items", empty());
        audit(limited, "limit=200").body("items.actor", everyItem(equalTo("local-registrar")));
    }

    @Test
    void aSafetyOfficerSeesWhatWasDoneToCases() {
        QuarkusTransaction.requiringNew()
                .run(() -> trail.wrote(hospital(own), "reportCase", "case", run, null, null, Map.of("n", 1)));

        audit(Tokens.safetyOfficer(), "resourceId=" + run).body("items.action", contains("reportCase"));
        audit(Tokens.safetyOfficer(), "resourceId=" + thing).body("items", empty());
    }

    @Test
    void anOperatorSeesWhoDidWhatWhenAndNothingOfAPatient() {
        audit(Tokens.token("operator", null), "actor=rita&action=suspendThing&limit=1")
                .body("items", hasSize(1))
                .body("items[0].resourceIds", empty())
                .body("items[0].reason", nullValue())
                .body("items[0].before", nullValue())
                .body("items[0].after", nullValue())
                .body("items[0].resource", equalTo("thing"));
        get(Tokens.token("operator", null), "resourceId=" + thing).statusCode(403);
    }

    @Test
    void otherRolesAreForbidden() {
        get(Tokens.token("analyst", null), "").statusCode(403);
    }

    @Test
    void theFiltersNarrowIt() {
        var mine = "resourceId=" + thing;
        List<String> times = audit(Tokens.registrar(), mine).extract().path("items.recordedAt");
        var suspended = times.get(0);
        var made = times.get(2);

        audit(Tokens.registrar(), mine + "&action=makeThing").body("items.action", contains("makeThing"));
        audit(Tokens.registrar(), mine + "&actor=rita").body("items.action", contains("suspendThing", "listThings"));
        audit(Tokens.registrar(), mine + "&actor=rita&kind=READ").body("items.action", contains("listThings"));
        audit(Tokens.registrar(), mine + "&action=makeThing&from=" + made).body("items.action", contains("makeThing"));
        audit(Tokens.registrar(), mine + "&action=makeThing&from=" + suspended).body("items", empty());
        audit(Tokens.registrar(), mine + "&to=" + made).body("items", empty());
        var inTokyo =
                Instant.parse(made).atOffset(ZoneOffset.ofHours(9)).toString().replace("+", "%2B");
        audit(Tokens.registrar(), mine + "&to=" + inTokyo).body("items", empty());
        audit(Tokens.registrar(), mine + "&action=makeThing&from=" + inTokyo)
                .body("items.action", contains("makeThing"));
    }

    @Test
    void itsPagesHoldEachRowOnceNewestFirst() {
        var actions = new ArrayList<String>();
        var next = "";
        do {
            var page = audit(Tokens.registrar(), "limit=1&resourceId=" + thing + next);
            actions.addAll(page.extract().path("items.action"));
            @Nullable String cursor = page.extract().path("next");
            next = cursor == null ? "" : "&after=" + cursor;
        } while (!next.isEmpty());

        assertThat(actions).containsExactly("suspendThing", "listThings", "makeThing");
    }

    @Test
    void askingLeavesARowOfItsOwn() {
        audit(Tokens.hospital(own), "resourceId=" + thing);
        audit(Tokens.hospital(own), "resourceId=Tanaka&actor=Taro");

        audit(Tokens.hospital(own), "action=readAudit")
                .body("items.resourceIds", contains(List.of(), List.of(thing)))
                .body("items.query", everyItem(not(org.hamcrest.Matchers.containsString("Tanaka"))));
    }

    @Test
    void whoHasAskedAboutAResourceIsAmongThoseWhoTouchedIt() {
        audit(Tokens.registrar(), "resourceId=" + thing);
        audit(Tokens.hospital(own), "resourceId=" + thing);

        audit(Tokens.hospital(own), "action=readAudit&resourceId=" + thing)
                .body("items.actor", contains("local-hospital-" + own, "local-registrar"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, query:from, FORMAT",
        "from=2026-05-01, query:from, FORMAT",
        "from=2026-05-01T00:00:00, query:from, FORMAT",
        "from=2026-05-01T00:00:00%2B99:00, query:from, FORMAT",
        "to=9999-05-01T00:00:00Z, query:to, FORMAT",
        "from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z, query:to, OUT_OF_RANGE",
        "kind=DELETE, query:kind, FORMAT",
        "action=drop%20table, query:action, FORMAT",
        "resourceId=%E6%82%A3%E8%80%85, query:resourceId, FORMAT",
        "after=Zm9v, query:after, FORMAT",
        "limit=0, query:limit, OUT_OF_RANGE",
        "facility=F-1, query:facility, UNKNOWN_PARAMETER"
    })
    void whatCannotBeAskedIsNamedAndLeavesNoRow(String query, String pointer, String rule) {
        long audited = Database.count("audit");

        get(Tokens.registrar(), query)
                .statusCode(400)
                .body("errors.pointer", contains(pointer))
                .body("errors.rule", contains(rule));

        assertThat(Database.count("audit")).isEqualTo(audited);
    }

    private void wrote(Actor actor, String action, String id, @Nullable Object before, Object after) {
        QuarkusTransaction.requiringNew().run(() -> trail.wrote(actor, action, "thing", id, null, before, after));
    }

    private static Actor hospital(String facility) {
        return new Actor("someone at " + facility, "desk", Set.of(Role.HOSPITAL), facility, Set.of());
    }

    private static ValidatableResponse audit(String token, String query) {
        return get(token, query).statusCode(200);
    }

    private static ValidatableResponse get(String token, String query) {
        return given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .get("/audit" + (query.isEmpty() ? "" : "?" + query))
                .then();
    }
}
