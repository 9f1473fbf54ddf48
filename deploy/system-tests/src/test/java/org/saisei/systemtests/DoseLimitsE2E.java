package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.stack.ServiceName;

/** The check of a plan in eligibility and the plan in the registry draw the same line, to the cell. */
@WithStack
class DoseLimitsE2E {

    @ParameterizedTest
    @Tag("S-T2")
    @CsvSource({
        "72.4, 49999999, false",
        "72.4, 50000000, true",
        "72.4, 200000000, true",
        "72.4, 200000001, false",
        "50.0, 167000000, true",
        "50.0, 167000001, false",
        "15.0, 50100000, true",
        "15.0, 50100001, false",
        "14.9, 49766000, false",
        "14.9, 50000000, false"
    })
    void bothServicesAllowExactlyTheSameDoses(String weightKg, String cells, boolean allowed, Stack stack) {
        var journey = new Journey(stack).accredited();
        var registry = journey.hospital(ServiceName.REGISTRY);
        var subject = journey.enrol(journey.assess("A").text("candidateId"))
                .expect(201)
                .text("subjectId");
        var lot = "LOT-" + UUID.randomUUID().toString().substring(0, 8);
        var collection = registry.post("/subjects/" + subject + "/collections", journey.collection())
                .expect(201)
                .text("factId");
        registry.post("/subjects/" + subject + "/products", Journey.json("""
                        {"documentNumber": "%s", "lotNumber": "%s", "outcome": "RELEASED", "manufacturedOn": "2026-05-20",
                         "cells": 200000000, "volumeMl": 40, "fromCollections": ["%s"]}
                        """, Journey.document(), lot, collection))
                .expect(201);

        var checked =
                journey.hospital(ServiceName.ELIGIBILITY).post("/treatment-plans", Journey.json("""
                        {"protocol": "STEMIRAC", "weightKg": %s, "weightMeasuredOn": "2026-05-21", "plannedCells": %s}
                        """, weightKg, cells));
        var planned = registry.post(
                "/subjects/" + subject + "/planned-administrations",
                Journey.json("""
                        {"documentNumber": "%s", "lotNumber": "%s", "plannedOn": "2026-05-22", "cells": %s, "weightKg": %s,
                         "weightMeasuredOn": "2026-05-21"}
                        """, Journey.document(), lot, cells, weightKg));

        assertThat(checked.status()).as("eligibility: %s", checked.body()).isEqualTo(allowed ? 200 : 422);
        assertThat(planned.status()).as("registry: %s", planned.body()).isEqualTo(allowed ? 201 : 422);
        if (!allowed) {
            assertThat(checked.text("ruleId")).isEqualTo("S-T2");
            assertThat(planned.text("ruleId")).isEqualTo("S-T2");
        }
    }
}
