package org.saisei.eligibility.protocol.stemirac;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactType;
import org.saisei.eligibility.protocol.FactsDefinition;
import org.saisei.eligibility.protocol.Text;

/**
 * What an assessment under STEMIRAC may say of the patient, in the order in which one asks. A criterion names the facts
 * it reads from here. The bounds are those of what can be true of a patient, and ours.
 */
final class StemiracFacts {
    private static final FactType<Boolean> FLAG = new FactType.Flag();
    private static final FactType<LocalDate> HAPPENED = new FactType.Day(true);
    private static final FactType<LocalDate> PLANNED = new FactType.Day(false);

    static final Fact<BigDecimal> AGE_YEARS = new Fact<>(
            "ageYears",
            new FactType.Quantity("years", new BigDecimal("0"), new BigDecimal("120"), 0),
            new Text("年齢（満年齢）", "completed years of age"));
    static final Fact<BigDecimal> WEIGHT_KG = new Fact<>(
            "weightKg",
            new FactType.Quantity("kg", new BigDecimal("1"), new BigDecimal("350"), 3),
            new Text("体重", "body weight"));
    static final Fact<LocalDate> INJURY_DATE = new Fact<>("injuryDate", HAPPENED, new Text("受傷日", "day of the injury"));
    static final Fact<Boolean> TRAUMATIC_INJURY =
            new Fact<>("traumaticInjury", FLAG, new Text("外傷性脊髄損傷である", "the spinal cord injury is traumatic"));
    static final Fact<AisGrade> AIS_GRADE = new Fact<>(
            "ais.grade",
            new FactType.Code<>(AisGrade.class),
            new Text("当該段階で評価した AIS", "AIS as assessed for this stage"));
    static final Fact<LocalDate> AIS_ASSESSED_ON =
            new Fact<>("ais.assessedOn", HAPPENED, new Text("AIS の評価日", "day on which that AIS was assessed"));
    static final Fact<LocalDate> PAEDIATRIC_WEIGHED_ON = new Fact<>(
            "paediatricWeighing.weighedOn",
            HAPPENED,
            new Text("小児患者への投与の可否を書面で検討した日", "day of the written weighing whether a child is given the product"));
    static final Fact<Boolean> PAEDIATRIC_AGE_CONSIDERED = new Fact<>(
            "paediatricWeighing.ageConsidered", FLAG, new Text("当該検討で年齢を考慮した", "that weighing considered the age"));
    static final Fact<Boolean> PAEDIATRIC_WEIGHT_CONSIDERED = new Fact<>(
            "paediatricWeighing.weightConsidered",
            FLAG,
            new Text("当該検討で体重を考慮した", "that weighing considered the weight"));
    static final Fact<Boolean> PAEDIATRIC_GENERAL_CONDITION_CONSIDERED = new Fact<>(
            "paediatricWeighing.generalConditionConsidered",
            FLAG,
            new Text("当該検討で全身状態を考慮した", "that weighing considered the general condition"));
    static final Fact<Boolean> PAEDIATRIC_IN_FAVOUR = new Fact<>(
            "paediatricWeighing.inFavour",
            FLAG,
            new Text("治療の責任者の検討の結果、投与を可とする", "the responsible physician's weighing came out in favour"));
    static final Fact<Boolean> HYPERSENSITIVITY_TO_COMPONENT = new Fact<>(
            "hypersensitivityToComponent",
            FLAG,
            new Text("本品の成分に対する過敏症の既往歴", "history of hypersensitivity to a component of the product"));
    static final Fact<Boolean> HYPERSENSITIVITY_TO_MATERIAL = new Fact<>(
            "hypersensitivityToMaterial",
            FLAG,
            new Text(
                    "製造に用いる原料（ペニシリン、ストレプトマイシン、ヒト・動物由来の原料）に対する過敏症の既往歴",
                    "history of hypersensitivity to a material used in making the product (penicillin, streptomycin, human- or animal-derived material)"));
    static final Fact<Boolean> MATERIAL_IS_COMPONENT = new Fact<>(
            "materialIsComponent",
            FLAG,
            new Text(
                    "治療の責任者の判断：当該原料に対する過敏症を本品の成分に対する過敏症とする",
                    "the responsible physician's ruling: that history is one to a component of the product"));
    static final Fact<Boolean> MALIGNANCY =
            new Fact<>("malignancy", FLAG, new Text("悪性腫瘍の合併又は既往", "malignancy, present or past"));
    static final Fact<Boolean> TUMOUR_PRESENT =
            new Fact<>("tumourPresent", FLAG, new Text("担癌患者である", "a tumour is present"));
    static final Fact<LocalDate> TUMOUR_WEIGHED_ON = new Fact<>(
            "tumourWeighing.weighedOn",
            HAPPENED,
            new Text(
                    "治療上の有益性と危険性を書面で考慮した日",
                    "day of the written weighing of benefit against the risk of making the tumour worse"));
    static final Fact<Boolean> TUMOUR_BENEFIT_OUTWEIGHS_RISK = new Fact<>(
            "tumourWeighing.benefitOutweighsRisk", FLAG, new Text("有益性が危険性を上回る", "the benefit outweighs the risk"));
    static final Fact<Boolean> ALLERGIC_DISPOSITION =
            new Fact<>("allergicDisposition", FLAG, new Text("アレルギー素因", "allergic disposition"));
    static final Fact<Boolean> HYPERCOAGULABILITY =
            new Fact<>("hypercoagulability", FLAG, new Text("凝固能の亢進", "hypercoagulability"));
    static final Fact<Boolean> INFECTION = new Fact<>("infection", FLAG, new Text("感染症の合併", "infection"));
    static final Fact<Boolean> LOW_BODY_WEIGHT =
            new Fact<>("lowBodyWeight", FLAG, new Text("体重が低い（担当医の判断）", "low body weight, as the physician judges it"));
    static final Fact<Boolean> ANAEMIA =
            new Fact<>("anaemia", FLAG, new Text("貧血（担当医の判断）", "anaemia, as the physician judges it"));
    static final Fact<Boolean> EXTREMELY_POOR_GENERAL_CONDITION = new Fact<>(
            "extremelyPoorGeneralCondition",
            FLAG,
            new Text("全身状態が極めて不良（担当医の判断）", "extremely poor general condition, as the physician judges it"));
    static final Fact<Boolean> SEVERE_INTRACRANIAL_OR_VASCULAR_LESION = new Fact<>(
            "severeIntracranialOrVascularLesion",
            FLAG,
            new Text(
                    "重度の頭蓋内病変、主要血管の高度狭窄、解離性大動脈瘤、強い動脈硬化性変化、重度の石灰化等（担当医の判断）",
                    "severe intracranial lesion, severe stenosis of a main vessel, dissecting aortic aneurysm, strong arteriosclerotic change, severe calcification or the like, as the physician judges it"));
    static final Fact<Boolean> SEVERE_SPINAL_DISEASE = new Fact<>(
            "severeSpinalDisease",
            FLAG,
            new Text("重度の脊髄・脊椎疾患（担当医の判断）", "severe disease of the spine or spinal cord, as the physician judges it"));
    static final Fact<BigDecimal> SYSTOLIC_MMHG = new Fact<>(
            "bloodPressure.systolicMmHg",
            new FactType.Quantity("mmHg", new BigDecimal("30"), new BigDecimal("350"), 0),
            new Text("治療下で到達した収縮期血圧", "systolic blood pressure reached under treatment"));
    static final Fact<BigDecimal> DIASTOLIC_MMHG = new Fact<>(
            "bloodPressure.diastolicMmHg",
            new FactType.Quantity("mmHg", new BigDecimal("10"), new BigDecimal("250"), 0),
            new Text("治療下で到達した拡張期血圧", "diastolic blood pressure reached under treatment"));
    static final Fact<Boolean> BLOOD_PRESSURE_NOT_CONTROLLABLE = new Fact<>(
            "bloodPressure.notControllable",
            FLAG,
            new Text(
                    "血圧をコントロールすることができない（担当医の判断）",
                    "the blood pressure cannot be controlled, as the physician judges it"));
    static final Fact<LocalDate> CONSENT_EXPLAINED_ON = new Fact<>(
            "consent.explainedOn",
            HAPPENED,
            new Text(
                    "患者又はその家族に有効性及び危険性を説明した日",
                    "day on which efficacy and risks were explained to the patient or family"));
    static final Fact<Boolean> CONSENT_GIVEN = new Fact<>(
            "consent.given", FLAG, new Text("同意を得た（得られなかった場合は否）", "consent was given; no if it was refused"));
    static final Fact<LocalDate> CONSENTED_ON =
            new Fact<>("consent.consentedOn", HAPPENED, new Text("同意を得た日", "day on which consent was given"));
    static final Fact<LocalDate> TEAM_TOLD_ON = new Fact<>(
            "consent.teamToldOn",
            HAPPENED,
            new Text("患者とその家族にチーム医療体制（S-F8）を周知した日", "day on which patient and family were told of the team (S-F8)"));
    static final Fact<LocalDate> FIRST_COLLECTION_ON = new Fact<>(
            "firstCollectionOn",
            HAPPENED,
            new Text("末梢血又は骨髄液の最初の採取を行った日", "day on which blood or marrow was first collected"));
    static final Fact<LocalDate> PLANNED_FIRST_BLOOD_COLLECTION_ON = new Fact<>(
            "plannedFirstBloodCollectionOn",
            PLANNED,
            new Text("最初の末梢血採取の予定日", "day planned for the first blood collection"));
    static final Fact<LocalDate> PLANNED_MARROW_COLLECTION_ON = new Fact<>(
            "plannedMarrowCollectionOn", PLANNED, new Text("骨髄液の採取予定日", "day planned for the marrow collection"));
    static final Fact<LocalDate> PLANNED_LAST_BLOOD_COLLECTION_ON = new Fact<>(
            "plannedLastBloodCollectionOn",
            PLANNED,
            new Text("最後の末梢血採取の予定日", "day planned for the last blood collection"));
    static final Fact<LocalDate> PLANNED_ADMINISTRATION_ON =
            new Fact<>("plannedAdministrationOn", PLANNED, new Text("本品の投与予定日", "day planned for the administration"));
    static final Fact<Boolean> MATERIALS_READ = new Fact<>(
            "materialsRead.affirmed",
            FLAG,
            new Text(
                    "添付文書等及び製造販売業者が提供する資料等に基づき、必要な情報を十分に理解した",
                    "the package insert and the manufacturer's material were read and understood"));
    static final Fact<LocalDate> MATERIALS_READ_STATED_ON = new Fact<>(
            "materialsRead.statedOn",
            HAPPENED,
            new Text("治療の責任者が当該事項を表明した日", "day on which the responsible physician stated it"));
    static final Fact<Boolean> NECESSITY_WEIGHED = new Fact<>(
            "clinicalNecessityWeighed.affirmed",
            FLAG,
            new Text(
                    "ヒト・動物由来の原料に起因する感染症の危険性を踏まえ、臨床上の必要性を十分に検討した",
                    "the clinical necessity was weighed, given material of human and animal origin"));
    static final Fact<LocalDate> NECESSITY_WEIGHED_STATED_ON = new Fact<>(
            "clinicalNecessityWeighed.statedOn",
            HAPPENED,
            new Text("治療の責任者が当該事項を表明した日", "day on which the responsible physician stated it"));
    static final Fact<Boolean> JUDGED_APPROPRIATE = new Fact<>(
            "judgedAppropriate.affirmed",
            FLAG,
            new Text("投与が適切と判断される患者である", "the patient is judged appropriate for the administration"));
    static final Fact<LocalDate> JUDGED_APPROPRIATE_STATED_ON = new Fact<>(
            "judgedAppropriate.statedOn",
            HAPPENED,
            new Text("治療の責任者が当該事項を表明した日", "day on which the responsible physician stated it"));

    static final FactsDefinition DEFINITION = new FactsDefinition(List.of(
            AGE_YEARS,
            WEIGHT_KG,
            INJURY_DATE,
            TRAUMATIC_INJURY,
            AIS_GRADE,
            AIS_ASSESSED_ON,
            PAEDIATRIC_WEIGHED_ON,
            PAEDIATRIC_AGE_CONSIDERED,
            PAEDIATRIC_WEIGHT_CONSIDERED,
            PAEDIATRIC_GENERAL_CONDITION_CONSIDERED,
            PAEDIATRIC_IN_FAVOUR,
            HYPERSENSITIVITY_TO_COMPONENT,
            HYPERSENSITIVITY_TO_MATERIAL,
            MATERIAL_IS_COMPONENT,
            MALIGNANCY,
            TUMOUR_PRESENT,
            TUMOUR_WEIGHED_ON,
            TUMOUR_BENEFIT_OUTWEIGHS_RISK,
            ALLERGIC_DISPOSITION,
            HYPERCOAGULABILITY,
            INFECTION,
            LOW_BODY_WEIGHT,
            ANAEMIA,
            EXTREMELY_POOR_GENERAL_CONDITION,
            SEVERE_INTRACRANIAL_OR_VASCULAR_LESION,
            SEVERE_SPINAL_DISEASE,
            SYSTOLIC_MMHG,
            DIASTOLIC_MMHG,
            BLOOD_PRESSURE_NOT_CONTROLLABLE,
            CONSENT_EXPLAINED_ON,
            CONSENT_GIVEN,
            CONSENTED_ON,
            TEAM_TOLD_ON,
            FIRST_COLLECTION_ON,
            PLANNED_FIRST_BLOOD_COLLECTION_ON,
            PLANNED_MARROW_COLLECTION_ON,
            PLANNED_LAST_BLOOD_COLLECTION_ON,
            PLANNED_ADMINISTRATION_ON,
            MATERIALS_READ,
            MATERIALS_READ_STATED_ON,
            NECESSITY_WEIGHED,
            NECESSITY_WEIGHED_STATED_ON,
            JUDGED_APPROPRIATE,
            JUDGED_APPROPRIATE_STATED_ON));

    private StemiracFacts() {}
}
