package org.saisei.registry.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.saisei.registry.Registry.TREATMENTS;
import static org.saisei.registry.Registry.administration;
import static org.saisei.registry.Registry.awaitEvents;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.collection;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.enrolEligible;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.lotOf;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.ofType;
import static org.saisei.registry.Registry.otherHospital;
import static org.saisei.registry.Registry.plan;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.product;
import static org.saisei.registry.treatment.Treatments.DEVIATED;
import static org.saisei.registry.treatment.Treatments.lotOfAnotherFacility;
import static org.saisei.registry.treatment.Treatments.path;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

@QuarkusTest
@WithRealParts
class ProductIT {

    @Test
    @Tag("S-T6")
    void aCollectionOfAnotherFacilityCannotBeToldFromOneThatDoesNotExist() {
        String subject = enrolEligible();
        String foreign = collectionOfAnotherFacility();

        var ofAnother = post(path(subject, "products"), product(newDocument("LOT"), foreign));
        var ofNobody = post(
                path(subject, "products"),
                product(newDocument("LOT"), UUID.randomUUID().toString()));

        assertThat(ofAnother.statusCode()).isEqualTo(201);
        assertThat(ofAnother.<List<?>>path("deviations.code")).isEqualTo(List.of("CHAIN_NOT_SHOWN"));
        assertThat(ofNobody.<List<?>>path("deviations.code")).isEqualTo(ofAnother.path("deviations.code"));
        assertThat(ofNobody.<List<?>>path("deviations.detail")).isEqualTo(ofAnother.path("deviations.detail"));
    }

    @Test
    @Tag("S-T6")
    void aLotNumberThatIsAnotherSubjectsAlreadyIsRecordedAsADeviation() {
        var lot = lotOfAnotherFacility();
        String subject = enrolEligible();

        post(path(subject, "products"), product(lot, collect(subject)))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-T6"));
    }

    @Test
    @Tag("S-T6")
    void aLotRecordedByTwoSubjectsIsShownForNeitherUntilOneRecordIsVoided() {
        String first = enrolEligible();
        var lot = lotOf(first);
        post(path(first, "administrations"), administration(lot)).then().body("deviations", empty());
        String second = enrol(otherHospital(), newCandidate());
        String collected = post(otherHospital(), path(second, "collections"), collection())
                .then()
                .statusCode(201)
                .extract()
                .path("factId");
        String record = post(otherHospital(), path(second, "products"), product(lot, collected))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", hasItem("S-T6"))
                .extract()
                .path("factId");

        assertThat(standingRules(first)).containsExactly("S-T6", "S-T6");
        var told = ofType(awaitEvents(TREATMENTS, first, DEVIATED, 2), DEVIATED);
        assertThat(told)
                .extracting(event -> event.value().get("factKind").asText())
                .containsExactlyInAnyOrder("PRODUCT", "ADMINISTRATION");
        assertThat(told.toString()).doesNotContain(second, Registry.OTHER_FACILITY);
        var ofBoth = post(path(first, "planned-administrations"), plan(lot));
        var unknown = post(path(enrolEligible(), "planned-administrations"), plan(newDocument("LOT")));
        ofBoth.then().statusCode(422).body("ruleId", equalTo("S-T6"));
        assertThat(ofBoth.<Object>path("refusals[0]")).isEqualTo(unknown.path("refusals[0]"));
        post(otherHospital(), path(second, "planned-administrations"), plan(lot))
                .then()
                .statusCode(422)
                .body("ruleId", equalTo("S-T6"));

        post(
                        otherHospital(),
                        path(second, "products/" + record + "/corrections"),
                        Map.of("documentNumber", newDocument("COR"), "reason", "typed wrongly", "action", "VOID"))
                .then()
                .statusCode(201);

        assertThat(standingRules(first)).isEmpty();
        hospital().get(path(first, "deviations")).then().body("items.findAll { it.withdrawnAt == null }", empty());
    }

    @Test
    @Tag("S-T6")
    void oneLotRecordedForFourSubjectsAtOnceIsShownForNoneOfThem() throws InterruptedException {
        var lot = newDocument("LOT");
        var calls = new ArrayList<Callable<Integer>>();
        var subjects = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            String subject = enrolEligible();
            subjects.add(subject);
            var body = product(lot, collect(subject));
            calls.add(() -> post(path(subject, "products"), body)
                    .then()
                    .statusCode(201)
                    .extract()
                    .<List<?>>path("deviations")
                    .size());
        }

        try (var threads = Executors.newFixedThreadPool(4)) {
            var deviations = threads.invokeAll(calls).stream().map(Future::resultNow);
            assertThat(deviations).as("each answer tells of those before it").containsExactlyInAnyOrder(0, 1, 1, 1);
        }
        assertThat(subjects)
                .allSatisfy(subject -> assertThat(standingRules(subject)).containsExactly("S-T6"));
    }

    private static List<Object> standingRules(String subject) {
        return Database.rows("SELECT rule_id FROM deviation WHERE subject_id = ? AND withdrawn_at IS NULL", subject)
                .stream()
                .map(row -> (Object) row.get("rule_id"))
                .toList();
    }

    private static String collectionOfAnotherFacility() {
        String subject = enrol(otherHospital(), newCandidate());
        return post(otherHospital(), path(subject, "collections"), collection())
                .then()
                .statusCode(201)
                .extract()
                .path("factId");
    }
}
