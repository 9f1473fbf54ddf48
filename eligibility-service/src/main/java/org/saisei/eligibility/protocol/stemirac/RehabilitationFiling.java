package org.saisei.eligibility.protocol.stemirac;

import java.util.List;
import org.saisei.eligibility.protocol.AttestedCriterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Text;

/** S-F1.4: the three filings (届出) for standard rehabilitation in the acute phase, each a requirement of its own. */
enum RehabilitationFiling implements AttestedCriterion {
    /** One of two, and the statement says which. */
    EARLY_REHABILITATION(
            "S-F1.4a",
            "4①-1(4)a",
            Form.filingOneOf("EARLY_MOBILISATION_REHABILITATION", "ADL_MAINTENANCE_ADMISSION"),
            new Text(
                    "特定集中治療室管理料に係る早期離床・リハビリテーション加算又は一般病棟入院基本料に係る ADL 維持向上等体制加算の施設基準に係る届出を行っている",
                    "has filed for 早期離床・リハビリテーション加算 (of 特定集中治療室管理料) or for ADL維持向上等体制加算 (of 一般病棟入院基本料).")),
    CEREBROVASCULAR(
            "S-F1.4b",
            "4①-1(4)b",
            Form.FILING,
            new Text("脳血管疾患等リハビリテーション料（Ⅰ）の施設基準に係る届出を行っている", "has filed for 脳血管疾患等リハビリテーション料（Ⅰ）.")),
    LOCOMOTOR(
            "S-F1.4c",
            "4①-1(4)c",
            Form.FILING,
            new Text("運動器リハビリテーション料（Ⅰ）の施設基準に係る届出を行っている", "has filed for 運動器リハビリテーション料（Ⅰ）."));

    private final Form form;
    private final CriterionInfo info;

    RehabilitationFiling(String id, String clause, Form form, Text text) {
        this.form = form;
        this.info = CriterionInfo.facility(
                id,
                clause,
                new Text(
                        "脊髄損傷患者に対する標準的なリハビリテーションが実施可能な体制として、次の a～cの全てを満たしていること。…" + text.ja(),
                        "Able to provide standard rehabilitation to patients with a spinal cord injury, by meeting all of"
                                + " a to c: " + text.en()),
                List.of(FacilityOnDay.attestationPointer(id, "")),
                null);
    }

    @Override
    public CriterionInfo info() {
        return info;
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public Finding judge(FacilityOnDay facility) {
        return Statements.judge(facility, info.id(), form);
    }
}
