package org.saisei.eligibility.protocol.http;

/** Excerpts of what a fresh stack answers. */
final class ProtocolExamples {
    static final String PROTOCOLS = """
        {"items": [{"protocol": "STEMIRAC", "version": "2019-02-25", "effectiveFrom": "2019-02-25",
           "name": {"ja": "ヒト（自己）骨髄由来間葉系幹細胞（販売名：ステミラック注）",
                    "en": "Autologous human bone-marrow-derived mesenchymal stem cells (brand name: STEMIRAC for injection)"},
           "source": {"ja": "薬生機審発 0225 第１号、保医発 0225 第 10 号（いずれも平成 31 年２月 25 日）",
                      "en": "Optimal-use guideline 薬生機審発0225第1号 and insurance notice 保医発0225第10号, both of 2019-02-25"}}],
         "next": null}\
        """;

    static final String PROTOCOL = """
        {"protocol": "STEMIRAC", "version": "2019-02-25", "effectiveFrom": "2019-02-25",
         "name": {"ja": "ヒト（自己）骨髄由来間葉系幹細胞（販売名：ステミラック注）",
                  "en": "Autologous human bone-marrow-derived mesenchymal stem cells (brand name: STEMIRAC for injection)"},
         "source": {"ja": "薬生機審発 0225 第１号、保医発 0225 第 10 号（いずれも平成 31 年２月 25 日）",
                    "en": "Optimal-use guideline 薬生機審発0225第1号 and insurance notice 保医発0225第10号, both of 2019-02-25"},
         "stages": [{"code": "PLANNING", "meaning": {"ja": "採取計画の策定の段階", "en": "the collection plan is made"}}],
         "facts": [{"code": "marketingAuthorisationHolder", "value": {"ja": "ニプロ株式会社", "en": "Nipro Corporation"}}],
         "statedByOperator": {},
         "parameters": [{"code": "maximumCellsPerKg", "unit": "cells/kg", "value": 3340000, "defaultValue": 3340000,
           "since": null, "changeable": null, "ours": false, "clause": "1",
           "meaning": {"ja": "体重 1 kg あたりの最大細胞数", "en": "largest dose per kg of body weight"}}],
         "patientFacts": [{"pointer": "/facts/ais/grade",
           "type": {"type": "CODE", "codes": ["A", "B", "C", "D", "E"]},
           "meaning": {"ja": "当該段階で評価した AIS", "en": "AIS as assessed for this stage"}}]}\
        """;

    static final String CRITERIA = """
        {"protocol": "STEMIRAC", "version": "2019-02-25", "effectiveFrom": "2019-02-25", "on": "2026-10-03",
         "name": {"ja": "ヒト（自己）骨髄由来間葉系幹細胞（販売名：ステミラック注）",
                  "en": "Autologous human bone-marrow-derived mesenchymal stem cells (brand name: STEMIRAC for injection)"},
         "source": {"ja": "薬生機審発 0225 第１号、保医発 0225 第 10 号（いずれも平成 31 年２月 25 日）",
                    "en": "Optimal-use guideline 薬生機審発0225第1号 and insurance notice 保医発0225第10号, both of 2019-02-25"},
         "items": [
          {"criterion": "S-P5", "scope": "PATIENT", "kind": "EXCLUSION",
           "stages": ["PLANNING", "PRE_ADMINISTRATION"], "stagesOurs": true,
           "clause": "5【安全性に関する事項】①; 6③",
           "text": {"ja": "本品の投与が禁忌とされていることから、投与を行わないこと。…本品の成分に対し過敏症の既往歴のある患者…本品は、ペニシリン、ストレプトマイシン及び動物由来の原料を用いて製造されており、投与後にアナフィラキシー等の過敏症状を起こす可能性がある",
                    "en": "Contraindicated: a history of hypersensitivity to a component of the product. It is made with penicillin, streptomycin and material of animal origin, and hypersensitivity such as anaphylaxis may follow the administration."},
           "reads": ["/facts/hypersensitivityToComponent", "/facts/hypersensitivityToMaterial",
                     "/facts/materialIsComponent"],
           "ours": true,
           "oursNote": {"ja": "製造に用いる原料（ペニシリン、ストレプトマイシン、ヒト・動物由来の原料）に対する過敏症の既往歴は、治療の責任者が本品の成分に対する過敏症に当たるか否かを判断するまで UNKNOWN とし、当たるとした場合に禁忌とすること",
                        "en": "that a history with a material used in making it (penicillin, streptomycin, human- or animal-derived material) is UNKNOWN until the responsible physician rules whether it is one to a component, and contraindicates once it is"},
           "parameters": []}]}\
        """;

    private ProtocolExamples() {}
}
