package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a governed treatment (実施計画 / ガイドライン). A protocol is a bean of its own files: registering it is
 * declaring it, and no other file knows its name. A new version is a new bean with the same id; the old one stays as
 * long as decisions made under it may be judged again.
 */
public interface Protocol {

    /** Code in UPPER_SNAKE, the same for all versions. */
    String id();

    String version();

    /** First day on which this version applies. It applies until the next version does. */
    LocalDate effectiveFrom();

    Text name();

    /** The documents it is taken from. */
    Text source();

    /** In the order in which a patient passes them. */
    List<Stage> stages();

    List<ProtocolFact> facts();

    List<Parameter> parameters();

    /** Those of the {@link #parameters()} that a registrar can change of which one may not be above another. */
    default List<ParameterRange> parameterRanges() {
        return List.of();
    }

    /** What an assessment's facts document may hold. */
    FactsDefinition patientFacts();

    /** What in the facts cannot be true together, or not on that day. */
    List<Fault> contradictions(Facts facts);

    /**
     * As {@link #contradictions(Facts)}, and what cannot be said of them on the day of an assessment.
     *
     * @param declaredOn of the declaration for cautions; null if there is none
     */
    default List<Fault> contradictions(Facts facts, LocalDate assessedOn, @Nullable LocalDate declaredOn) {
        return contradictions(facts);
    }

    /**
     * What of the facts cannot be of the patient of whom this was said at an earlier stage.
     *
     * @param stage code of that stage, for the reader
     */
    default List<Fault> differences(Facts facts, Facts earlier, String stage) {
        return List.of();
    }

    /** Those that an accreditation rests on. */
    List<Criterion<FacilityOnDay>> facilityCriteria();

    /** Judged and shown with an accreditation without binding it: they bind certain patients, or a transfer. */
    default List<Criterion<FacilityOnDay>> otherFacilityCriteria() {
        return List.of();
    }

    List<Criterion<PhysicianOnDay>> physicianCriteria();

    List<Criterion<Circumstances>> patientCriteria();

    /** Rule ids of the physician requirements of which one may be declared; empty if the protocol has none. */
    List<String> declarablePhysicianRequirements();

    /** Who may be responsible for the treatment and when, whatever the facility's day is. */
    List<ResponsiblePhysician> responsiblePhysicians(List<Physician> physicians);

    /** Who may be responsible at a facility that patients are transferred to and when, whatever the facility's day is. */
    default List<ResponsiblePhysician> rehabilitationPhysicians(List<Physician> physicians) {
        return List.of();
    }

    /** Whether the facility itself filed for convalescent rehabilitation (届出), on its day; empty if that is not known. */
    default Optional<Boolean> convalescentRehabilitationFiling(FacilityOnDay facility) {
        return Optional.empty();
    }

    /** Of whom it is not known whether they are responsible on the facility's day, in the order of the record. */
    default List<UnsettledPhysician> unsettledPhysicians(FacilityOnDay facility) {
        return List.of();
    }

    /** Insurance coverage, where the assessment's stage decides it. */
    default Optional<Coverage> coverage(Circumstances circumstances) {
        return Optional.empty();
    }

    /** Empty if the protocol has no limits for a dose. */
    default Optional<DoseRule> dose() {
        return Optional.empty();
    }

    /** Patient criteria that a treatment plan is held against as well. */
    default List<Criterion<Circumstances>> planCriteria() {
        return List.of();
    }

    /** Rules on an administration as a treatment plan has it. */
    default List<PlanRule> planRules() {
        return List.of();
    }

    /** The plan in the terms of the patient facts, for {@link #planCriteria()} and {@link #contradictions}. */
    default Facts planFacts(PlannedTreatment plan) {
        return Facts.none();
    }

    /** When the steps of the treatment are expected, in their order. */
    default List<ScheduledDays> schedule(PlannedTreatment plan, Parameters parameters) {
        return List.of();
    }

    /** Empty if no eligible patient comes before another. */
    default Optional<PriorityRule> priority() {
        return Optional.empty();
    }

    /** Every criterion, facility first. */
    default List<CatalogueEntry> criteria() {
        return Stream.<Stream<? extends CatalogueEntry>>of(
                        facilityCriteria().stream(),
                        otherFacilityCriteria().stream(),
                        physicianCriteria().stream(),
                        patientCriteria().stream(),
                        dose().stream(),
                        planRules().stream(),
                        priority().stream())
                .<CatalogueEntry>flatMap(stream -> stream)
                .toList();
    }

    /** How {@link #criteria} stand in the catalogue. */
    default List<CriterionInfo> catalogue() {
        return criteria().stream().map(CatalogueEntry::info).toList();
    }

    default Optional<Parameter> parameter(String code) {
        return parameters().stream()
                .filter(parameter -> parameter.code().equals(code))
                .findFirst();
    }

    default Optional<Stage> stage(String code) {
        return stages().stream().filter(stage -> stage.code().equals(code)).findFirst();
    }
}
