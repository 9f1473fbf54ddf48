package org.saisei.eligibility.facility.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.facility.Accreditation;
import org.saisei.eligibility.facility.AccreditationChange;
import org.saisei.eligibility.facility.Facility;
import org.saisei.eligibility.facility.FacilityPhysician;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.Specialty;

/** What this feature answers. */
final class FacilityAnswers {

    private FacilityAnswers() {}

    @Schema(name = "Facility")
    record FacilityAnswer(
            String facilityId,
            String name,
            List<Attestation> attestations,
            List<FacilityLink> links,
            long version,

            @Schema(description = LapseAnswer.OF_THE_STATEMENT)
            List<LapseAnswer> lapsed) {

        static FacilityAnswer of(Facility facility, List<Accreditation.Granted> lapsed) {
            return new FacilityAnswer(
                    facility.facilityId(),
                    facility.name(),
                    facility.attestations(),
                    facility.links(),
                    facility.version(),
                    lapsed.stream().map(LapseAnswer::of).toList());
        }
    }

    @Schema(name = "LapsedAccreditation")
    record LapseAnswer(
            UUID accreditationId,
            String protocol,

            @Schema(description = "First day on which it no longer counts.")
            LocalDate from,

            @Schema(description = "Rule ids of the requirements no longer met.")
            List<String> requirements) {

        static final String OF_THE_STATEMENT =
                "Accreditations that this statement has left without a ground: they have lapsed for good, whatever is"
                        + " stated later. Empty where it is read.";

        static LapseAnswer of(Accreditation.Granted lapsed) {
            var lapse = lapsed.changes().getLast();
            return new LapseAnswer(
                    lapsed.terms().accreditationId(), lapsed.terms().protocol(), lapse.from(), lapse.requirements());
        }
    }

    @Schema(name = "Physician")
    record PhysicianAnswer(
            String facilityId,
            String physicianId,
            LocalDate licensedOn,
            List<TrainingAnswer> training,

            @Nullable @Schema(description = "初期研修; absent if not stated: unknown, not none.")
            BigDecimal initialTrainingYears,

            @Nullable @Schema(description = "Absent if not stated: unknown, not none.")
            Integer spinalCordInjuryCases,

            @Nullable @Schema(description = "Absent if not stated: unknown, not none.")
            Integer spinalCordInjuryRehabilitationCases,

            @Nullable @Schema(description = "Null if not stated: unknown, not no.")
            Boolean assessesAis,

            @Nullable LocalDate productTrainingCompletedOn,
            List<Placement> placements,

            @Nullable @Schema(description = "Null if the experience is stated of every day.")
            LocalDate experienceAsOf,

            long version,

            @Schema(description = LapseAnswer.OF_THE_STATEMENT)
            List<LapseAnswer> lapsed) {

        static PhysicianAnswer of(FacilityPhysician stated, List<Accreditation.Granted> lapsed) {
            var physician = stated.physician();
            return new PhysicianAnswer(
                    stated.facilityId(),
                    physician.physicianId(),
                    physician.licensedOn(),
                    physician.trainingYears().entrySet().stream()
                            .map(entry -> new TrainingAnswer(entry.getKey(), entry.getValue()))
                            .sorted((a, b) -> a.specialty().compareTo(b.specialty()))
                            .toList(),
                    physician.initialTrainingYears(),
                    physician.spinalCordInjuryCases(),
                    physician.spinalCordInjuryRehabilitationCases(),
                    physician.assessesAis(),
                    physician.productTrainingCompletedOn(),
                    physician.placements(),
                    physician.experienceAsOf(),
                    stated.version(),
                    lapsed.stream().map(LapseAnswer::of).toList());
        }
    }

    @Schema(name = "Training")
    record TrainingAnswer(Specialty specialty, BigDecimal years) {}

    enum State {
        ACCREDITED,
        REFUSED,
        SUSPENDED,
        WITHDRAWN,
        LAPSED
    }

    @Schema(name = "PhysicianVerdicts")
    record PhysicianVerdictsAnswer(
            String physicianId,

            @Schema(description = "True if known to be one of the responsible physicians (治療の責任者) on that day.")
            boolean responsible,

            List<Judged> verdicts) {}

    @Schema(name = "Accreditation")
    record AccreditationAnswer(
            UUID accreditationId,
            String facilityId,
            String documentNumber,
            String protocol,
            String protocolVersion,

            @Schema(description = "How it stands today; outside its period, as on the period's nearest day.")
            State state,

            @Nullable @Schema(description = "First day of that state; null if it was refused.")
            LocalDate stateFrom,

            LocalDate from,

            @Nullable
            @Schema(
                    description = "Last day, included: the one granted, or the one before it was replaced, withdrawn or"
                            + " lapsed; open if null.")
            LocalDate to,

            @Schema(description = "Of every facility requirement that the accreditation rests on, on its first day.")
            List<Judged> verdicts,

            @Schema(
                    description =
                            "Of the facility requirements that bind certain patients or a transfer, on that day: shown,"
                                    + " without a say in this decision.")
            List<Judged> otherVerdicts,

            @Schema(description = "Each of the facility's physicians, on that day.")
            List<PhysicianVerdictsAnswer> physicians,

            @Schema(
                    description =
                            "What the facility's record would have to hold for the UNKNOWN among the verdicts to be"
                                    + " settled.")
            List<String> missing,

            @Schema(
                    description =
                            "The grant and every change, in the order recorded; empty if it was refused. Withdrawal"
                                    + " and lapse are final, so the first day of whichever comes first ends it.")
            List<ChangeAnswer> history) {

        static AccreditationAnswer of(Accreditation accreditation, LocalDate today) {
            var terms = accreditation.terms();
            var now = accreditation instanceof Accreditation.Granted granted ? granted.asOf(today) : null;
            return new AccreditationAnswer(
                    terms.accreditationId(),
                    terms.facilityId(),
                    terms.documentNumber(),
                    terms.protocol(),
                    terms.protocolVersion(),
                    now == null ? State.REFUSED : State.valueOf(now.state().name()),
                    now == null ? null : now.from(),
                    terms.from(),
                    terms.to(),
                    terms.verdicts(),
                    terms.otherVerdicts(),
                    terms.physicians().stream()
                            .map(physician -> new PhysicianVerdictsAnswer(
                                    physician.physicianId(), physician.responsible(), physician.verdicts()))
                            .toList(),
                    terms.verdicts().stream()
                            .flatMap(judged -> judged.missing().stream())
                            .distinct()
                            .toList(),
                    switch (accreditation) {
                        case Accreditation.Refused r -> List.of();
                        case Accreditation.Granted g ->
                            g.history().stream().map(ChangeAnswer::of).toList();
                    });
        }
    }

    @Schema(name = "AccreditationChange")
    record ChangeAnswer(
            AccreditationState state,

            @Schema(description = "First day of the state.") LocalDate from,

            @Schema(description = "If it lapsed: rule ids of the requirements no longer met.")
            List<String> requirements,

            @Nullable @Schema(description = "Of the registrar's act; null where there was none.")
            String documentNumber,

            @Nullable @Schema(description = "The registrar's.")
            String reason,

            @Nullable @Schema(description = "The accreditation that took its place before it began.")
            UUID replacedBy,

            @Nullable @Schema(description = "Null where it is foreseen and not recorded yet.")
            Instant recordedAt) {

        static ChangeAnswer of(AccreditationChange change) {
            return new ChangeAnswer(
                    change.state(),
                    change.from(),
                    change.requirements(),
                    change.documentNumber(),
                    change.reason(),
                    change.replacedBy(),
                    change.recordedAt());
        }
    }
}
