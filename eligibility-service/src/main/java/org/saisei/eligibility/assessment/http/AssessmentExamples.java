package org.saisei.eligibility.assessment.http;

/** Examples that a fresh stack accepts in the documented order. */
final class AssessmentExamples {
    static final String PLANNING = """
        {"documentNumber": "ASM-2026-001", "protocol": "STEMIRAC", "stage": "PLANNING",
         "assessedOn": "2026-04-10", "responsiblePhysicianId": "DR-0001",
         "facts": {
           "ageYears": 54, "weightKg": 72.4, "injuryDate": "2026-04-05", "traumaticInjury": true,
           "ais": {"grade": "A", "assessedOn": "2026-04-09"},
           "hypersensitivityToComponent": false, "hypersensitivityToMaterial": false,
           "malignancy": false, "allergicDisposition": false, "hypercoagulability": false, "infection": false,
           "lowBodyWeight": false, "anaemia": false, "extremelyPoorGeneralCondition": false,
           "severeIntracranialOrVascularLesion": false, "severeSpinalDisease": false,
           "bloodPressure": {"systolicMmHg": 124, "diastolicMmHg": 78, "notControllable": false},
           "consent": {"explainedOn": "2026-04-08", "given": true, "consentedOn": "2026-04-09",
             "teamToldOn": "2026-04-08"},
           "plannedFirstBloodCollectionOn": "2026-04-18", "plannedMarrowCollectionOn": "2026-04-24",
           "plannedLastBloodCollectionOn": "2026-05-11", "plannedAdministrationOn": "2026-05-22"}}\
        """;

    static final String ANSWER = """
        {"assessmentId": "01958c7e-4b00-7000-8000-000000000002", "candidateId": "K7QH2M9XW4ZT0B5N",
         "documentNumber": "ASM-2026-001", "facilityId": "F-TOKYO-01", "protocol": "STEMIRAC",
         "protocolVersion": "2019-02-25", "stage": "PLANNING", "assessedOn": "2026-04-10",
         "decision": "ELIGIBLE",
         "verdicts": [
           {"criterion": "S-P2", "kind": "REQUIREMENT", "verdict": "MET", "ours": true,
            "oursNote": {"ja": "各段階に当該段階で評価した AIS を求め、計画時の AIS の評価日又は最初の採取日と同日若しくはそれ以前の AIS、投与予定日から遡って最大日数（パラメータ aisMaximumAgeDays）を超えた AIS、及び投与予定日より後の AIS は、投与直前の AIS として扱わず UNKNOWN とすること、最初の採取日又は投与予定日が不明な場合は UNKNOWN とすること、並びに外傷性脊髄損傷でない場合は保険適応としないこと",
                         "en": "that each stage has an AIS assessed for it; that before the administration an AIS dated on or before the AIS of PLANNING or the first collection, more days before the planned administration than parameter aisMaximumAgeDays, or after it, does not count and is UNKNOWN; that it is UNKNOWN while the day of the first collection or of the administration is not known; and that an injury that is not traumatic is not covered"},
            "clause": "5【有効性に関する事項】①; 5【患者選択について】※",
            "text": {"ja": "AIS が A、B 又は C の外傷性脊髄損傷患者…（※）治験においては、投与直前の神経機能評価で AIS が A、B 又は C の患者に投与していることから、投与直前時点での神経機能評価の結果を元に保険適応を判断する。なお、添付文書においては、採取計画の策定の段階で AIS が A、B 又は C の評価を行った後、製造原料採取、製品製造、製品投与のステップを経るとされている。",
                     "en": "AIS is A, B or C. Insurance coverage is decided by the neurological assessment immediately before the administration; an AIS is assessed when the collection plan is made as well."},
            "values": {"ais.assessedOn": "2026-04-09", "ais.grade": "A"}, "missing": [], "declarable": true,
            "parameters": {"aisMaximumAgeDays": 7}}],
         "missing": [], "warnings": [], "deviations": [], "responsiblePhysicianId": "DR-0001",
         "declaredPhysicianRequirement": "S-D1",
         "facts": {
           "ageYears": 54, "weightKg": 72.4, "injuryDate": "2026-04-05", "traumaticInjury": true,
           "ais": {"grade": "A", "assessedOn": "2026-04-09"},
           "hypersensitivityToComponent": false, "hypersensitivityToMaterial": false,
           "malignancy": false, "allergicDisposition": false, "hypercoagulability": false, "infection": false,
           "lowBodyWeight": false, "anaemia": false, "extremelyPoorGeneralCondition": false,
           "severeIntracranialOrVascularLesion": false, "severeSpinalDisease": false,
           "bloodPressure": {"systolicMmHg": 124, "diastolicMmHg": 78, "notControllable": false},
           "consent": {"explainedOn": "2026-04-08", "given": true, "consentedOn": "2026-04-09",
             "teamToldOn": "2026-04-08"},
           "plannedFirstBloodCollectionOn": "2026-04-18", "plannedMarrowCollectionOn": "2026-04-24",
           "plannedLastBloodCollectionOn": "2026-05-11", "plannedAdministrationOn": "2026-05-22"},
         "otherStages": {},
         "accreditation": {"accreditationId": "01958c7e-4b00-7000-8000-000000000001", "from": "2026-04-01",
           "requirementsNotMet": [], "requirementsUnknown": [],
           "responsiblePhysicians": [{"physicianId": "DR-0001", "requirements": ["S-D1"], "from": "2026-04-01"}],
           "unsettledPhysicians": []},
         "parameters": {"aisMaximumAgeDays": 7, "marrowCollectionGuideDays": 31, "minimumCells": 50000000, "maximumCells": 200000000,
           "maximumCellsPerKg": 3340000}}\
        """;

    static final String PAGE = "{\"items\": [" + ANSWER + "], \"next\": null}";

    static final String REPLAY = """
        {"assessmentId": "01958c7e-4b00-7000-8000-000000000002", "protocolVersion": "2019-02-25", "same": true,
         "differences": [], "wordingDifferences": [], "notJudgedThen": [], "decision": "ELIGIBLE", "verdicts": []}\
        """;

    static final String UNDER_VERSION = """
        {"assessmentId": "01958c7e-4b00-7000-8000-000000000002", "protocolVersion": "2019-02-25", "as": "2019-02-25",
         "same": true, "decision": {"before": "ELIGIBLE", "after": "ELIGIBLE"},
         "coverage": {"before": null, "after": null},
         "criteria": [{"criterion": "S-P1", "before": "MET", "after": "MET", "changed": false}],
         "factsIgnored": [], "verdicts": []}\
        """;

    static final String VERSION_NOT_CARRIED = """
        {"type": "/problems/protocol-version-not-carried",
         "title": "This release does not carry the protocol version of the assessment.", "status": 409,
         "detail": "It was decided under STEMIRAC version 2018-12-28, which this release cannot judge by; a release that carries it can. What was kept can be read."}\
        """;

    private AssessmentExamples() {}
}
