package org.saisei.eligibility.protocol.stemirac;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactType;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.FactsDefinition;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Text;

/** What an assessment under STEMIRAC may say of the patient. A criterion names the facts it reads from here. */
final class StemiracFacts {
    static final Fact<BigDecimal> AGE_YEARS = new Fact<>(
            "ageYears",
            new FactType.Quantity("years", BigDecimal.ZERO, new BigDecimal("150"), 0),
            new Text("年齢（満年齢）", "completed years of age"));
    static final Fact<BigDecimal> WEIGHT_KG = new Fact<>(
            "weightKg",
            new FactType.Quantity("kg", new BigDecimal("0.2"), new BigDecimal("650"), 3),
            new Text("体重", "body weight"));
    static final Fact<LocalDate> INJURY_DATE =
            new Fact<>("injuryDate", new FactType.Day(true), new Text("受傷日", "day of the injury"));
    static final Fact<Boolean> TRAUMATIC_INJURY = new Fact<>(
            "traumaticInjury", new FactType.Flag(), new Text("外傷性脊髄損傷である", "the spinal cord injury is traumatic"));
    static final Fact<AisGrade> AIS_GRADE = new Fact<>(
            "ais.grade",
            new FactType.Code<>(AisGrade.class),
            new Text("当該段階で評価した AIS", "AIS as assessed for this stage"));
    static final Fact<LocalDate> AIS_ASSESSED_ON = new Fact<>(
            "ais.assessedOn", new FactType.Day(true), new Text("AIS の評価日", "day on which that AIS was assessed"));
    static final Fact<Boolean> HYPERSENSITIVITY_TO_COMPONENT = new Fact<>(
            "hypersensitivityToComponent",
            new FactType.Flag(),
            new Text("本品の成分に対する過敏症の既往歴", "history of hypersensitivity to a component of the product"));
    static final Fact<Boolean> HYPERSENSITIVITY_TO_MATERIAL = new Fact<>(
            "hypersensitivityToMaterial",
            new FactType.Flag(),
            new Text(
                    "製造に用いる原料（ペニシリン、ストレプトマイシン、ヒト・動物由来の原料）に対する過敏症の既往歴",
                    "history of hypersensitivity to a material used in making the product"
                            + " (penicillin, streptomycin, human- or animal-derived material)"));
    static final Fact<Boolean> MATERIAL_IS_COMPONENT = new Fact<>(
            "materialIsComponent",
            new FactType.Flag(),
            new Text(
                    "治療の責任者の判断：当該原料に対する過敏症を本品の成分に対する過敏症とする",
                    "the responsible physician's ruling: that history is one to a component of the product"));
    static final Fact<Boolean> MALIGNANCY =
            new Fact<>("malignancy", new FactType.Flag(), new Text("悪性腫瘍の合併又は既往", "malignancy, present or past"));
    static final Fact<Boolean> TUMOUR_PRESENT =
            new Fact<>("tumourPresent", new FactType.Flag(), new Text("担癌患者である", "a tumour is present"));
    static final Fact<LocalDate> TUMOUR_WEIGHED_ON = new Fact<>(
            "tumourWeighing.weighedOn",
            new FactType.Day(true),
            new Text(
                    "治療上の有益性と危険性を書面で考慮した日",
                    "day of the written weighing of benefit against the risk of making the tumour worse"));
    static final Fact<Boolean> TUMOUR_BENEFIT_OUTWEIGHS_RISK = new Fact<>(
            "tumourWeighing.benefitOutweighsRisk",
            new FactType.Flag(),
            new Text("有益性が危険性を上回る", "the benefit outweighs the risk"));
    static final Fact<LocalDate> PLANNED_MARROW_COLLECTION_ON = new Fact<>(
            "plannedMarrowCollectionOn",
            new FactType.Day(false),
            new Text("骨髄液の採取予定日", "day planned for the marrow collection"));

    static final FactsDefinition DEFINITION = new FactsDefinition(List.of(
            AGE_YEARS,
            WEIGHT_KG,
            INJURY_DATE,
            TRAUMATIC_INJURY,
            AIS_GRADE,
            AIS_ASSESSED_ON,
            HYPERSENSITIVITY_TO_COMPONENT,
            HYPERSENSITIVITY_TO_MATERIAL,
            MATERIAL_IS_COMPONENT,
            MALIGNANCY,
            TUMOUR_PRESENT,
            TUMOUR_WEIGHED_ON,
            TUMOUR_BENEFIT_OUTWEIGHS_RISK,
            PLANNED_MARROW_COLLECTION_ON));

    private StemiracFacts() {}

    static List<Fault> contradictions(Facts facts) {
        var faults = new ArrayList<Fault>();
        var injury = facts.get(INJURY_DATE);
        if (injury != null) {
            Map.of(AIS_ASSESSED_ON, "an AIS is assessed", PLANNED_MARROW_COLLECTION_ON, "marrow is collected")
                    .forEach((fact, what) -> {
                        var day = facts.get(fact);
                        if (day != null && day.isBefore(injury)) {
                            faults.add(new Fault(fact.pointer(), "BEFORE_INJURY", what + " after the injury"));
                        }
                    });
        }
        if (facts.is(TUMOUR_PRESENT, true) && facts.is(MALIGNANCY, false)) {
            faults.add(new Fault(
                    TUMOUR_PRESENT.pointer(), "CONTRADICTS_MALIGNANCY", "a tumour-bearing patient has a malignancy"));
        }
        if (facts.is(MATERIAL_IS_COMPONENT, true) && facts.is(HYPERSENSITIVITY_TO_MATERIAL, false)) {
            faults.add(new Fault(
                    MATERIAL_IS_COMPONENT.pointer(),
                    "CONTRADICTS_HISTORY",
                    "there is no history with a material to rule on"));
        }
        return faults;
    }
}
