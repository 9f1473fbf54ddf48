package org.saisei.eligibility.protocol.stemirac;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.AttestedCriterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Text;

/** The facility requirements that the facility states without a filing; three of them may be met by a partner. */
enum AttestedRequirement implements AttestedCriterion {
    COLLECTION(
            "S-F1.1",
            "4①-1(1)",
            Form.STATEMENT,
            new Text("安全かつ清潔に骨髄液及び末梢血の採取が可能であること。", "Able to collect marrow and peripheral blood safely and cleanly."),
            null),
    MALIGNANCY_TESTING(
            "S-F1.2",
            "4①-1(2)",
            Form.SELF_OR_PARTNER,
            new Text(
                    "悪性腫瘍の検査が実施施設又は連携施設において実施可能であること。",
                    "Malignancy testing is possible at the facility or at a partner facility."),
            null),
    INTENSIVE_CARE(
            "S-F1.3",
            "4①-1(3)",
            Form.STATEMENT,
            new Text(
                    "脊髄損傷患者の全身管理が可能な ICU 等を有していること。",
                    "Has an ICU or the like, able to manage the general condition of spinal-cord-injury patients."),
            null),
    REGISTRY_PARTICIPATION(
            "S-F1.6",
            "4①-1(6)",
            Form.STATEMENT,
            new Text(
                    "本品の有効性及び安全性に関する情報を収集するため、関係学会との連携の下で運営される本品の「患者登録システム（レジストリ）」に患者登録を行うとともに、"
                            + "本品に課せられている使用成績比較調査を適切に実施することが可能であること。",
                    "Able to register patients in the registry and to carry out the use-results comparison survey."),
            null),
    COLLECTION_SPECIALISTS(
            "S-F4",
            "4①-4",
            Form.STATEMENT,
            new Text(
                    "骨髄穿刺の手技に対する十分な知識と経験を有する血液内科医及び自己血貯血等の手技に対する十分な知識と経験を有する輸血責任医師と連携（当該手技や手技に"
                            + "伴う有害事象に対して指導及び支援を受けられる条件にあること）し、直ちに適切な処置ができる体制が整っていること。",
                    "In cooperation with a haematologist experienced in marrow puncture and a physician responsible for"
                            + " transfusion experienced in autologous blood storage, under whose guidance and support"
                            + " proper measures can be taken at once."),
            null),
    PAEDIATRIC_SPECIALIST(
            "S-F4p",
            "4①-4（ただし書）",
            Form.STATEMENT,
            new Text(
                    "ただし、対象患者が小児である場合は、骨髄穿刺に関して、小児血液・がん領域に十分に知識と経験のある小児科医との連携も必要である。",
                    "For a child also in cooperation with a paediatrician experienced in paediatric haematology and"
                            + " oncology, as to marrow puncture."),
            new Text(
                    "施設の認定の要件とはせず、対象患者が小児である場合に当該患者の評価において求めること",
                    "that it does not bind the facility's accreditation, but the assessment of a patient who is a child")),
    INFORMATION_OFFICER(
            "S-F6",
            "4②",
            Form.STATEMENT,
            new Text(
                    "再生医療等製品に関する情報管理に従事する専任者が配置され、製薬企業からの情報窓口、有効性・安全性等に関する情報の管理及び医師等に対する情報提供、"
                            + "不具合・副作用が発生した場合の報告業務等が速やかに行われる体制が整っていること。",
                    "A dedicated person for information on regenerative products is in place: contact of the"
                            + " manufacturer, keeping and passing on efficacy and safety information, prompt"
                            + " reporting of malfunctions and adverse reactions."),
            null),
    ROUND_THE_CLOCK_CARE(
            "S-F7",
            "4③-1",
            Form.SELF_OR_PARTNER,
            new Text(
                    "重篤な不具合・副作用が発生した際に、24 時間診療体制の下、当該施設又は連携施設において、発現した副作用に応じて入院管理及び必要な検査の結果が"
                            + "当日中に得られ、直ちに対応可能な体制が整っていること。",
                    "On serious malfunctions and adverse reactions: care at any hour, admission and the results of the"
                            + " tests needed on the same day, at the facility or a partner, ready to act at once."),
            null),
    MONITORING_TEAM(
            "S-F8",
            "4③-2",
            Form.STATEMENT,
            new Text(
                    "脊髄損傷の診療、並びに骨髄穿刺及び自己血貯血に携わる専門的な知識及び技能を有する医療従事者が不具合・副作用のモニタリングを含め主治医と情報を共有できる"
                            + "チーム医療体制が整備されていること。なお、その体制について、患者とその家族に十分に周知されていること。",
                    "A team of staff skilled in spinal cord injury, marrow puncture and autologous blood storage"
                            + " monitors malfunctions and adverse reactions and shares what it knows with the"
                            + " attending physician. Patient and family are well informed of it."),
            new Text(
                    "患者とその家族への周知は施設の申告によらず、患者ごとにその日付を評価において確認すること（S-P7）",
                    "that informing patient and family is not stated by the facility but checked with each patient's"
                            + " assessment, by its date (S-P7)")),
    ADVERSE_EVENT_SPECIALISTS(
            "S-F9",
            "4③-3",
            Form.SELF_OR_PARTNER,
            new Text(
                    "不具合・副作用に対して、当該施設又は連携施設の専門性を有する医師と連携（副作用の診断や対応に関して指導及び支援を受けられる条件にあること）し、"
                            + "直ちに適切な処置ができる体制が整っていること。",
                    "In cooperation with specialists of the facility or a partner for diagnosing and treating"
                            + " malfunctions and adverse reactions, under whose guidance and support proper measures"
                            + " can be taken at once."),
            null);

    private final Form form;
    private final CriterionInfo info;

    AttestedRequirement(String id, String clause, Form form, Text text, @Nullable Text ours) {
        this.form = form;
        var links = form.partner() ? Stream.of(FacilityOnDay.LINKS) : Stream.<String>empty();
        this.info = CriterionInfo.facility(
                id,
                clause,
                text,
                Stream.concat(Stream.of(FacilityOnDay.attestationPointer(id, "")), links)
                        .toList(),
                ours);
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
