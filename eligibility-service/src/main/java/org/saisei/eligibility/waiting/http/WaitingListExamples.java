package org.saisei.eligibility.waiting.http;

final class WaitingListExamples {
    static final String PAGE = """
            {"protocol": "STEMIRAC", "protocolVersion": "2019-02-25", "on": "2026-04-12", "rule": "S-P3",
             "clause": "通知(3)②; 5【患者選択について】",
             "text": {"ja": "供給当初においては、AIS が A の患者を中心とした投与が適切であるとされていることから、供給可能量も踏まえ Aの患者を優先して対応すること。…本品は供給当初製造数が限られていること",
                      "en": "As few products can be made at first, patients with AIS A come before others in the initial supply period; AIS B and C are eligible all the same."},
             "ours": {"ja": "AIS B と C を同順位とし、各群では受傷からの日数が多い患者を先、受傷日が不明の患者を最後とすること、受傷日が同じ患者は最初の適格性評価の評価日が早い順、評価日も同じであればその評価の番号の順とすること、受傷からの日数がパラメータ marrowCollectionGuideDays を超えた患者に印を付けて順位を下げないこと、計画時の評価が ELIGIBLE 又は ELIGIBLE_WITH_CAUTION でなくなった患者、その評価日からパラメータ waitingListDays の日数を過ぎた患者、その後に他の段階で INELIGIBLE 又は NOT_RECOMMENDED とされた患者、登録された患者及び登録を拒否された患者を外すこと、施設の認定が当日有効でない患者を載せないこと、並びにパラメータ initialSupplyRanking により AIS による群を設けないことができること",
                      "en": "that AIS B and C are equal; that within a group those with more days since injury come first, and those whose day of injury is not known last; that of those injured on the same day whoever was first assessed on the earlier day comes first, and then by the id of that assessment; that days since injury past the parameter marrowCollectionGuideDays are flagged and cost no place; that a patient leaves whose assessment for the plan is no longer ELIGIBLE or ELIGIBLE_WITH_CAUTION, or is older than the days of the parameter waitingListDays, who is found INELIGIBLE or NOT_RECOMMENDED at another stage after it, or who is enrolled or refused; that a patient has no place while the facility's accreditation is not in force; and that the parameter initialSupplyRanking can do away with the groups"},
             "parameters": {"initialSupplyRanking": 1, "waitingListDays": 31, "marrowCollectionGuideDays": 31},
             "length": 12,
             "items": [
               {"rank": 3, "candidateId": "K7QH2M9XW4ZT0B5N", "facilityId": "F-TOKYO-01",
                "assessmentId": "01958c7e-4b00-7000-8000-000000000002", "documentNumber": "ASM-2026-001",
                "decision": "ELIGIBLE", "assessedOn": "2026-04-10", "firstAssessedOn": "2026-04-10",
                "group": "A", "daysSince": 7,
                "reason": {"codes": ["AIS_A_FIRST", "DAYS_SINCE_INJURY"],
                           "text": {"ja": "AIS A：供給当初において優先する。受傷から 7 日。",
                                    "en": "AIS A: first in the initial supply period. 7 days since the injury."}}}],
             "next": null}""";

    private WaitingListExamples() {}
}
