package org.saisei.registry.treatment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.saisei.registry.Registry.administration;
import static org.saisei.registry.Registry.collection;
import static org.saisei.registry.Registry.enrolEligible;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.lotOf;
import static org.saisei.registry.Registry.plan;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.product;
import static org.saisei.registry.Registry.with;
import static org.saisei.registry.treatment.Treatments.path;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

@QuarkusTest
@WithRealParts
class TreatmentRequestsIT {

    @Test
    void whatCannotBeTrueIsRefusedWithItsPlaceAndNothingIsStoredOrSent() {
        String subject = enrolEligible();
        var lot = lotOf(subject);
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(1).toString();
        var before = footprint(subject);

        impossible(subject, "collections", with(collection(), entry("collectedOn", "2026-04-04")), "/collectedOn");
        impossible(subject, "collections", with(collection(), entry("collectedOn", tomorrow)), "/collectedOn");
        impossible(subject, "products", with(product("L-X"), entry("manufacturedOn", "2026-04-04")), "/manufacturedOn");
        impossible(
                subject,
                "administrations",
                with(
                        administration(lot),
                        entry("administeredOn", "2026-04-04"),
                        entry("weightMeasuredOn", "2026-04-04")),
                "/administeredOn");
        impossible(
                subject,
                "administrations",
                with(administration(lot), entry("weightMeasuredOn", "2026-05-23")),
                "/weightMeasuredOn");

        assertThat(footprint(subject)).isEqualTo(before);
    }

    private static void impossible(String subject, String kind, Map<String, Object> body, String pointer) {
        post(path(subject, kind), body)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/contradictory"))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "collections, volumeMl, -1, /volumeMl, OUT_OF_RANGE",
        "collections, volumeMl, 0, /volumeMl, OUT_OF_RANGE",
        "collections, volumeMl, 0.0001, /volumeMl, OUT_OF_RANGE",
        "collections, kind, URINE, /kind, FORMAT",
        "collections, containerNumbers, ABSENT, /containerNumbers, REQUIRED",
        "products, lotNumber, LOT 1, /lotNumber, FORMAT",
        "products, fromCollections, ABSENT, /fromCollections, REQUIRED",
        "administrations, cells, 1.5, /cells, OUT_OF_RANGE",
        "administrations, cells, -1, /cells, OUT_OF_RANGE",
        "administrations, weightKg, 0, /weightKg, OUT_OF_RANGE",
        "administrations, nameKanji, x, /nameKanji, UNKNOWN_FIELD",
        "planned-administrations, cells, ABSENT, /cells, REQUIRED",
    })
    void badInputIsRefusedWithItsPlace(String kind, String field, String value, String pointer, String rule) {
        String subject = enrolEligible();
        var before = footprint(subject);
        Object sent = value.equals("ABSENT")
                ? Registry.Absent.ABSENT
                : value.matches("-?[0-9.]+") ? new java.math.BigDecimal(value) : value;
        var body = switch (kind) {
            case "collections" -> collection();
            case "products" -> product("LOT-1");
            case "administrations" -> administration("LOT-1");
            default -> plan("LOT-1");
        };

        post(path(subject, kind), with(body, entry(field, sent)))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.rule", hasItem(rule));

        assertThat(footprint(subject)).isEqualTo(before);
    }

    @Test
    void aProductIsMadeFromACollectionOnce() {
        String subject = enrolEligible();
        String collection = post(path(subject, "collections"), collection()).path("factId");
        var before = footprint(subject);

        post(path(subject, "products"), product("LOT-1", collection, collection))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/fromCollections"))
                .body("errors.rule", contains("UNIQUE_ELEMENTS"));

        assertThat(footprint(subject)).isEqualTo(before);
    }

    @Test
    void aDocumentNumberIsUsedOncePerKindAndLeadsToItsFact() {
        String subject = enrolEligible();
        var body = collection();
        var first = post(path(subject, "collections"), body);

        post(path(subject, "collections"), body).then().statusCode(409).header("Location", first.header("Location"));

        hospital().get(first.header("Location")).then().statusCode(200).body("factId", equalTo(first.path("factId")));
        hospital()
                .queryParam("documentNumber", body.get("documentNumber"))
                .get(path(subject, "collections"))
                .then()
                .body("items.factId", contains(first.<String>path("factId")));
    }

    private static List<Object> footprint(String subject) {
        return List.of(
                Database.rows("SELECT 1 FROM treatment_fact WHERE subject_id = ?", subject)
                        .size(),
                Database.rows("SELECT 1 FROM outbox WHERE key = ?", subject).size(),
                Database.count("idempotency"),
                Registry.standing(subject));
    }
}
