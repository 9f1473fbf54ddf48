package org.saisei.eligibility.plan.http;

/** Examples that a fresh stack accepts in the documented order. */
final class PlanExamples {
    static final String PLAN = """
            {"protocol": "STEMIRAC", "candidateId": "K7QH2M9XW4ZT0B5N", "weightKg": 72.4, "weightMeasuredOn": "2026-05-18",
             "plannedCells": 150000000, "injuryDate": "2026-04-05", "plannedFirstBloodCollectionOn": "2026-04-18",
             "plannedMarrowCollectionOn": "2026-04-24", "plannedLastBloodCollectionOn": "2026-05-06",
             "manufacturedOn": "2026-05-20", "plannedAdministrationOn": "2026-05-22", "productVolumeMl": 40,
             "salineVolumeMl": 80, "flowMlPerMin": 0.8}""";

    private static final String SCHEDULE = """
            [{"step": "marrowCollectionGuide", "text": {"ja": "骨髄液採取（目安）", "en": "the marrow collection (guide)"},
              "rule": "S-P8", "clause": "1; 6④", "firstDay": 0, "lastDay": 31, "from": "2026-04-05", "to": "2026-05-06",
              "planned": "2026-04-24"},
             {"step": "administrationInTrial",
              "text": {"ja": "本品投与（治験の実績）", "en": "the administration (as done in the trial)"},
              "rule": "S-P9", "clause": "6④; 3 表6; 3【試験の概要】", "firstDay": 43, "lastDay": 54, "from": "2026-05-18",
              "to": "2026-05-29", "planned": "2026-05-22"}]""";

    private static final String DOSE_VERDICT = """
            {"criterion": "S-T2", "kind": "REQUIREMENT", "verdict": "MET", "ours": false, "clause": "1",
             "text": {"ja": "自己骨髄間葉系幹細胞として 1 回 0.5×10⁸～2.0×10⁸個（最大投与量は体重 1 kg あたり 3.34×10⁶個）",
                      "en": "0.5×10⁸ to 2.0×10⁸ cells a dose, and at most 3.34×10⁶ cells per kg of body weight."},
             "values": {"maxCells": 200000000, "minCells": 50000000, "plannedCells": 150000000, "weightKg": 72.4},
             "missing": [], "declarable": true,
             "parameters": {"minimumCells": 50000000, "maximumCells": 200000000, "maximumCellsPerKg": 3340000}}""";

    static final String ANSWER = """
            {"protocol": "STEMIRAC", "protocolVersion": "2019-02-25",
             "doseInterval": {"minCells": 50000000, "maxCells": 200000000},
             "schedule": """ + SCHEDULE + ", \"verdicts\": [" + DOSE_VERDICT + "], \"warnings\": []}";

    static final String REFUSED = """
            {"type": "/problems/refused-by-rule", "title": "A rule refuses this.", "status": 422, "ruleId": "S-T3",
             "detail": "The product is diluted less than 3 times with saline.",
             "errors": [{"pointer": "/salineVolumeMl", "rule": "S-T3",
                         "message": "The product is diluted less than 3 times with saline."}],
             "reason": {"ja": "生理食塩液による希釈が 3 倍に満たない。",
                        "en": "The product is diluted less than 3 times with saline."},
             "doseInterval": {"minCells": 50000000, "maxCells": 200000000},
             "schedule": """ + SCHEDULE + ", \"verdicts\": [" + DOSE_VERDICT + "], \"warnings\": []}";

    private PlanExamples() {}
}
