package org.saisei.eligibility.protocol.stemirac;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Coverage;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.DoseRule;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.FactsDefinition;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.ParameterRange;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.PhysicianOnDay;
import org.saisei.eligibility.protocol.PlanRule;
import org.saisei.eligibility.protocol.PlannedTreatment;
import org.saisei.eligibility.protocol.PriorityRule;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolFact;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.eligibility.protocol.ScheduledDays;
import org.saisei.eligibility.protocol.Stage;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.UnsettledPhysician;

/** ステミラック注 under its optimal-use guideline (最適使用推進ガイドライン) of 2019-02-25. */
@ApplicationScoped
public class Stemirac implements Protocol {
    static final String ID = "STEMIRAC";

    private static final AisIsAToC AIS = new AisIsAToC();
    private static final MarrowCollectionWithinGuide MARROW_GUIDE = new MarrowCollectionWithinGuide();
    private static final DaysAsInTrial TRIAL_DAYS = new DaysAsInTrial();

    private static final RehabilitationExperience REHABILITATION = new RehabilitationExperience();

    private static final List<Criterion<FacilityOnDay>> FACILITY = List.of(
            AttestedRequirement.COLLECTION,
            AttestedRequirement.MALIGNANCY_TESTING,
            AttestedRequirement.INTENSIVE_CARE,
            RehabilitationFiling.EARLY_REHABILITATION,
            RehabilitationFiling.CEREBROVASCULAR,
            RehabilitationFiling.LOCOMOTOR,
            ConvalescentRehabilitation.AVAILABLE,
            AttestedRequirement.REGISTRY_PARTICIPATION,
            new ResponsiblePhysicianPlaced(),
            new CarePhysicianPlaced(),
            AttestedRequirement.COLLECTION_SPECIALISTS,
            AttestedRequirement.INFORMATION_OFFICER,
            AttestedRequirement.ROUND_THE_CLOCK_CARE,
            AttestedRequirement.MONITORING_TEAM,
            AttestedRequirement.ADVERSE_EVENT_SPECIALISTS);
    private static final List<Criterion<FacilityOnDay>> OTHER_FACILITY =
            List.of(AttestedRequirement.PAEDIATRIC_SPECIALIST, ConvalescentRehabilitation.PROVIDED_AFTER_TRANSFER);
    private static final List<Criterion<PhysicianOnDay>> PHYSICIAN = List.of(
            PhysicianExperience.ORTHOPAEDICS, PhysicianExperience.NEUROSURGERY, REHABILITATION, new ProductTraining());
    private static final List<Criterion<Circumstances>> PATIENT = List.of(
            new FacilityIsAccredited(),
            new InjuryIsTraumatic(),
            AIS,
            new PaediatricWeighing(),
            new PaediatricianForChild(),
            new HypersensitivityToComponent(),
            new Malignancy(),
            StatedCaution.ALLERGIC_DISPOSITION,
            StatedCaution.HYPERCOAGULABILITY,
            StatedCaution.INFECTION,
            StatedCaution.LOW_WEIGHT_OR_ANAEMIA,
            StatedCaution.EXTREMELY_POOR_GENERAL_CONDITION,
            StatedCaution.SEVERE_INTRACRANIAL_OR_VASCULAR_LESION,
            StatedCaution.SEVERE_SPINAL_DISEASE,
            new BloodPressureControlled(),
            new InformedConsent(),
            MARROW_GUIDE,
            TRIAL_DAYS,
            new PhysicianStatements());
    private static final List<PlanRule> PLAN =
            List.of(new DilutedThreefold(), new ProductFlow(), new SingleAdministration());

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "2019-02-25";
    }

    @Override
    public LocalDate effectiveFrom() {
        return LocalDate.of(2019, 2, 25);
    }

    @Override
    public Text name() {
        return new Text(
                "ヒト（自己）骨髄由来間葉系幹細胞（販売名：ステミラック注）",
                "Autologous human bone-marrow-derived mesenchymal stem cells (brand name: STEMIRAC for injection)");
    }

    @Override
    public Text source() {
        return new Text(
                "薬生機審発 0225 第１号、保医発 0225 第 10 号（いずれも平成 31 年２月 25 日）",
                "Optimal-use guideline 薬生機審発0225第1号 and insurance notice 保医発0225第10号, both of 2019-02-25");
    }

    @Override
    public List<Stage> stages() {
        return StemiracStage.ALL;
    }

    @Override
    public List<ProtocolFact> facts() {
        return List.of(
                new ProtocolFact(
                        "indication",
                        new Text(
                                "脊髄損傷に伴う神経症候及び機能障害の改善。ただし、外傷性脊髄損傷で、ASIA 機能障害尺度が A、B 又は C の患者に限る。",
                                "Improvement of neurological signs and functional impairment in spinal cord injury;"
                                        + " limited to traumatic spinal cord injury with AIS A, B or C")),
                new ProtocolFact("marketingAuthorisationHolder", new Text("ニプロ株式会社", "Nipro Corporation")),
                new ProtocolFact(
                        "resultsSurvey",
                        new Text("使用成績比較調査", "use-results comparison survey, through the registry (患者登録システム（レジストリ）)")));
    }

    @Override
    public List<Parameter> parameters() {
        return criteria().stream()
                .flatMap(criterion -> criterion.parameters().stream())
                .distinct()
                .toList();
    }

    @Override
    public List<ParameterRange> parameterRanges() {
        return DaysAsInTrial.RANGES;
    }

    @Override
    public FactsDefinition patientFacts() {
        return StemiracFacts.DEFINITION;
    }

    @Override
    public List<Fault> contradictions(Facts facts) {
        return StemiracContradictions.in(facts);
    }

    @Override
    public List<Fault> differences(Facts facts, Facts earlier, String stage) {
        return StemiracContradictions.between(facts, earlier, stage);
    }

    @Override
    public List<Fault> contradictions(Facts facts, LocalDate assessedOn, @Nullable LocalDate declaredOn) {
        return StemiracContradictions.in(facts, assessedOn, declaredOn);
    }

    @Override
    public List<Criterion<FacilityOnDay>> facilityCriteria() {
        return FACILITY;
    }

    @Override
    public List<Criterion<FacilityOnDay>> otherFacilityCriteria() {
        return OTHER_FACILITY;
    }

    @Override
    public List<Criterion<PhysicianOnDay>> physicianCriteria() {
        return PHYSICIAN;
    }

    @Override
    public List<Criterion<Circumstances>> patientCriteria() {
        return PATIENT;
    }

    @Override
    public List<String> declarablePhysicianRequirements() {
        return Stream.of(PhysicianExperience.values())
                .map(PhysicianExperience::info)
                .map(CriterionInfo::id)
                .toList();
    }

    @Override
    public List<ResponsiblePhysician> responsiblePhysicians(List<Physician> physicians) {
        return ResponsiblePhysicianPlaced.periods(physicians).toList();
    }

    @Override
    public List<ResponsiblePhysician> rehabilitationPhysicians(List<Physician> physicians) {
        return REHABILITATION.periods(physicians).toList();
    }

    @Override
    public Optional<Boolean> convalescentRehabilitationFiling(FacilityOnDay facility) {
        return switch (ConvalescentRehabilitation.PROVIDED_AFTER_TRANSFER.judge(facility)) {
            case Finding.Satisfied s -> Optional.of(true);
            case Finding.NotSatisfied n -> Optional.of(false);
            case Finding.Unknown u -> Optional.empty();
            case Finding.NotApplicable n -> Optional.empty();
        };
    }

    @Override
    public List<UnsettledPhysician> unsettledPhysicians(FacilityOnDay facility) {
        return ResponsiblePhysicianPlaced.unsettled(facility);
    }

    @Override
    public Optional<Coverage> coverage(Circumstances circumstances) {
        return AIS.coverage(circumstances);
    }

    @Override
    public Optional<DoseRule> dose() {
        return Optional.of(new DoseLimits());
    }

    @Override
    public List<Criterion<Circumstances>> planCriteria() {
        return List.of(MARROW_GUIDE, TRIAL_DAYS);
    }

    @Override
    public List<PlanRule> planRules() {
        return PLAN;
    }

    @Override
    public Facts planFacts(PlannedTreatment plan) {
        return PlannedDays.facts(plan);
    }

    @Override
    public List<ScheduledDays> schedule(PlannedTreatment plan, Parameters parameters) {
        return PlannedDays.schedule(plan, parameters);
    }

    @Override
    public Optional<PriorityRule> priority() {
        return Optional.of(new InitialSupplyRanking());
    }
}
