package org.saisei.eligibility.waiting.http;

final class WaitingListExamples {
    static final String PAGE = """
            {"protocol": "STEMIRAC", "protocolVersion": "2019-02-25", "on": "2026-04-12", "rule": "S-P3",
             "clause": "通知(3)②; 5【患者選択について】",
             "text": {"ja": "供給当初においては、AIS が A の患者を中心とした投与が適切であるとされていることから、供給可能量も踏まえ Aの患者を優先して対応すること。…本品は供給当初製造数が限られていること",
                      "en": "As few products can be made at first, patients with AIS A come before others in the initial supply period; AIS B and C are eligible all the same."},
             "ours": {"ja": "AIS B と C を同順位とし、各群では受傷からの日数が多い患者を先とすること、31日を過ぎた患者に印を付けて順位を下げないこと、評価の古い患者を外すこと",
                      "en": "that AIS B and C are equal; that within a group those with more days since injury come first; that days past 31 are flagged and cost no place; and that an assessment that is too old loses its place"},
             "length": 12,
             "items": [
               {"rank": 3, "candidateId": "K7QH2M9XW4ZT0B5N", "facilityId": "F-TOKYO-01",
                "assessmentId": "01958c7e-4b00-7000-8000-000000000002", "documentNumber": "ASM-2026-001",
                "decision": "ELIGIBLE", "assessedOn": "2026-04-10", "group": "A", "daysSince": 7,
                "reason": {"codes": ["AIS_A_FIRST", "DAYS_SINCE_INJURY"],
                           "text": {"ja": "AIS A：供給当初において優先する。受傷から 7 日。",
                                    "en": "AIS A: first in the initial supply period. 7 days since the injury."}}}],
             "next": null}""";

    private WaitingListExamples() {}
}
