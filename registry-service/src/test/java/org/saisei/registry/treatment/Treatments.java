package org.saisei.registry.treatment;

import static org.saisei.registry.Registry.collection;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.otherHospital;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.product;

import java.util.HashMap;
import java.util.Map;

/** What the tests of treatment facts send alike. */
final class Treatments {
    static final String DEVIATED = "saisei.registry.deviation-recorded.v1";

    private Treatments() {}

    static String path(String subject, String kind) {
        return "/subjects/" + subject + "/" + kind;
    }

    static String lotOfAnotherFacility() {
        String subject = enrol(otherHospital(), newCandidate());
        var lot = newDocument("LOT");
        String collected = post(otherHospital(), path(subject, "collections"), collection())
                .then()
                .statusCode(201)
                .extract()
                .path("factId");
        post(otherHospital(), path(subject, "products"), product(lot, collected))
                .then()
                .statusCode(201);
        return lot;
    }

    static Map<String, Object> voiding() {
        return new HashMap<>(Map.of("documentNumber", newDocument("COR"), "reason", "取り違え（別の患者の記録）", "action", "VOID"));
    }

    static Map<String, Object> correcting(Map<String, Object> corrected) {
        return new HashMap<>(Map.of(
                "documentNumber",
                newDocument("COR"),
                "reason",
                "typed wrongly",
                "action",
                "CORRECT",
                "corrected",
                corrected));
    }
}
