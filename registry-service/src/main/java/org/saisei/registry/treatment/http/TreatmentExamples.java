package org.saisei.registry.treatment.http;

/**
 * Examples for OpenAPI; sent in the documented order, with the ids answered before in place of those here, they are
 * accepted.
 */
final class TreatmentExamples {
    static final String SUBJECT_ID = "401273651826";
    static final String COLLECTION_ID = "01958c7e-4b00-7000-8000-000000000011";
    static final String PRODUCT_ID = "01958c7e-4b00-7000-8000-000000000012";
    static final String ADMINISTRATION_ID = "01958c7e-4b00-7000-8000-000000000013";
    static final String PLAN_ID = "01958c7e-4b00-7000-8000-000000000014";

    static final String COLLECTION = """
            {
              "documentNumber": "COL-2026-001",
              "kind": "BONE_MARROW",
              "collectedOn": "2026-04-16",
              "volumeMl": 50,
              "containerNumbers": ["BM-0001"],
              "ais": { "grade": "A", "assessedOn": "2026-04-16" }
            }
            """;
    static final String COLLECTION_ANSWER = """
            {
              "factId": "01958c7e-4b00-7000-8000-000000000011",
              "subjectId": "401273651826",
              "documentNumber": "COL-2026-001",
              "kind": "BONE_MARROW",
              "collectedOn": "2026-04-16",
              "volumeMl": 50,
              "containerNumbers": ["BM-0001"],
              "ais": { "grade": "A", "assessedOn": "2026-04-16" },
              "status": "CURRENT",
              "recordedAt": "2026-04-16T05:00:00.120034Z",
              "deviations": []
            }
            """;
    static final String COLLECTIONS = "{ \"items\": [" + COLLECTION_ANSWER + "], \"next\": null }";
    static final String COLLECTION_CORRECTION = """
            {
              "documentNumber": "COR-2026-001",
              "reason": "The volume was read off the wrong container.",
              "action": "CORRECT",
              "corrected": {
                "documentNumber": "COL-2026-001",
                "kind": "BONE_MARROW",
                "collectedOn": "2026-04-16",
                "volumeMl": 52.5,
                "containerNumbers": ["BM-0001"],
                "ais": { "grade": "A", "assessedOn": "2026-04-16" }
              }
            }
            """;

    static final String PRODUCT = """
            {
              "documentNumber": "PRD-2026-001",
              "lotNumber": "LOT-2026-0001",
              "outcome": "RELEASED",
              "manufacturedOn": "2026-05-18",
              "cells": 180000000,
              "volumeMl": 40,
              "fromCollections": ["01958c7e-4b00-7000-8000-000000000011"]
            }
            """;
    static final String PRODUCT_ANSWER = """
            {
              "factId": "01958c7e-4b00-7000-8000-000000000012",
              "subjectId": "401273651826",
              "documentNumber": "PRD-2026-001",
              "lotNumber": "LOT-2026-0001",
              "outcome": "RELEASED",
              "manufacturedOn": "2026-05-18",
              "cells": 180000000,
              "volumeMl": 40,
              "fromCollections": ["01958c7e-4b00-7000-8000-000000000011"],
              "status": "CURRENT",
              "recordedAt": "2026-05-18T05:00:00.120034Z",
              "deviations": []
            }
            """;
    static final String PRODUCTS = "{ \"items\": [" + PRODUCT_ANSWER + "], \"next\": null }";
    static final String PRODUCT_CORRECTION = """
            {
              "documentNumber": "COR-2026-002",
              "reason": "The number of cells was copied from the draft of the certificate.",
              "action": "CORRECT",
              "corrected": {
                "documentNumber": "PRD-2026-001",
                "lotNumber": "LOT-2026-0001",
                "outcome": "RELEASED",
                "manufacturedOn": "2026-05-18",
                "cells": 185000000,
                "volumeMl": 40,
                "fromCollections": ["01958c7e-4b00-7000-8000-000000000011"]
              }
            }
            """;

    static final String PLAN = """
            {
              "documentNumber": "PLN-2026-001",
              "lotNumber": "LOT-2026-0001",
              "plannedOn": "2026-05-22",
              "cells": 180000000,
              "weightKg": 72.4,
              "weightMeasuredOn": "2026-05-20"
            }
            """;
    static final String PLAN_ANSWER = """
            {
              "planId": "01958c7e-4b00-7000-8000-000000000014",
              "subjectId": "401273651826",
              "documentNumber": "PLN-2026-001",
              "lotNumber": "LOT-2026-0001",
              "plannedOn": "2026-05-22",
              "cells": 180000000,
              "weightKg": 72.4,
              "weightMeasuredOn": "2026-05-20",
              "doseInterval": { "minCells": 50000000, "maxCells": 200000000 },
              "warnings": [],
              "recordedAt": "2026-05-20T05:00:00.120034Z"
            }
            """;
    static final String PLAN_REFUSED = """
            {
              "type": "/problems/refused-by-rule",
              "title": "A rule refuses this.",
              "status": 422,
              "detail": "No unbroken chain from this subject's own collections to a released lot of this number is recorded.",
              "ruleId": "S-T6",
              "errors": [
                {
                  "pointer": "/lotNumber",
                  "rule": "S-T6",
                  "message": "No unbroken chain from this subject's own collections to a released lot of this number is recorded."
                }
              ],
              "refusals": [
                {
                  "ruleId": "S-T6",
                  "code": "CHAIN_NOT_SHOWN",
                  "strength": "LIMIT",
                  "detail": "No unbroken chain from this subject's own collections to a released lot of this number is recorded.",
                  "values": {}
                }
              ]
            }
            """;
    static final String PLANS = "{ \"items\": [" + PLAN_ANSWER + "], \"next\": null }";

    static final String ADMINISTRATION = """
            {
              "documentNumber": "ADM-2026-001",
              "lotNumber": "LOT-2026-0001",
              "administeredOn": "2026-05-22",
              "cells": 180000000,
              "weightKg": 72.4,
              "weightMeasuredOn": "2026-05-20",
              "productVolumeMl": 40,
              "salineVolumeMl": 100,
              "flowMlPerMin": 0.8,
              "ais": { "grade": "A", "assessedOn": "2026-05-22" }
            }
            """;
    static final String ADMINISTRATION_ANSWER = """
            {
              "factId": "01958c7e-4b00-7000-8000-000000000013",
              "subjectId": "401273651826",
              "documentNumber": "ADM-2026-001",
              "lotNumber": "LOT-2026-0001",
              "administeredOn": "2026-05-22",
              "cells": 180000000,
              "weightKg": 72.4,
              "weightMeasuredOn": "2026-05-20",
              "productVolumeMl": 40,
              "salineVolumeMl": 100,
              "flowMlPerMin": 0.8,
              "ais": { "grade": "A", "assessedOn": "2026-05-22" },
              "status": "CURRENT",
              "recordedAt": "2026-05-22T05:00:00.120034Z",
              "deviations": [],
              "missing": []
            }
            """;
    static final String ADMINISTRATIONS = "{ \"items\": [" + ADMINISTRATION_ANSWER + "], \"next\": null }";
    static final String ADMINISTRATION_CORRECTION = """
            {
              "documentNumber": "COR-2026-003",
              "reason": "The flow was noted for the wrong pump.",
              "action": "CORRECT",
              "corrected": {
                "documentNumber": "ADM-2026-001",
                "lotNumber": "LOT-2026-0001",
                "administeredOn": "2026-05-22",
                "cells": 180000000,
                "weightKg": 72.4,
                "weightMeasuredOn": "2026-05-20",
                "productVolumeMl": 40,
                "salineVolumeMl": 100,
                "flowMlPerMin": 0.9,
                "ais": { "grade": "A", "assessedOn": "2026-05-22" }
              }
            }
            """;
    static final String CORRECTION_ANSWER = """
            {
              "correctionId": "01958c7e-4b00-7000-8000-000000000016",
              "subjectId": "401273651826",
              "documentNumber": "COR-2026-001",
              "action": "CORRECT",
              "factId": "01958c7e-4b00-7000-8000-000000000017",
              "correctedFactId": "01958c7e-4b00-7000-8000-000000000011",
              "replacedByFactId": "01958c7e-4b00-7000-8000-000000000017",
              "correctedOn": "2026-04-17",
              "recordedAt": "2026-04-17T05:00:00.120034Z",
              "deviations": []
            }
            """;
    static final String DEVIATIONS = """
            {
              "items": [
                {
                  "deviationId": "01958c7e-4b00-7000-8000-000000000018",
                  "factId": "01958c7e-4b00-7000-8000-000000000013",
                  "factKind": "ADMINISTRATION",
                  "ruleId": "S-T2",
                  "code": "ABOVE_MAXIMUM",
                  "strength": "LIMIT",
                  "detail": "The dose is above 2.0×10⁸ cells or above 3.34×10⁶ cells per kg.",
                  "clause": "1",
                  "ja": "自己骨髄間葉系幹細胞として 1 回 0.5×10⁸～2.0×10⁸個（最大投与量は体重 1 kg あたり 3.34×10⁶個）を、生理食塩液で 3 倍以上に希釈しながら、本品の流量 0.7～1.0 mL／分を目安に点滴静注する。",
                  "values": { "cells": 200000001, "weightKg": 72.4, "minCells": 50000000, "maxCells": 200000000 },
                  "observedOn": "2026-05-22",
                  "lotNumber": "LOT-2026-0001",
                  "recordedAt": "2026-05-22T05:00:00.120034Z"
                }
              ],
              "next": null
            }
            """;

    private TreatmentExamples() {}
}
