package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stood on a day about a facility's accreditation under one protocol.
 *
 * @param accreditationId of the accreditation whose period includes the day; null if there is none
 * @param from first day, null if there is none
 * @param to last day, included; null while it lasts
 * @param state how it stands on the day; null if there is none
 * @param requirementsNotMet rule ids of the facility requirements that are known not to be met on the day; an
 *     accreditation that rests on them is no longer in force
 * @param requirementsUnknown facility requirements of which the facility's record does not say enough
 * @param responsiblePhysicians those whose period includes the day
 * @param unsettledPhysicians those of whom it is not known whether they are responsible on the day
 * @param otherRequirements verdicts of the facility requirements that do not bind the accreditation itself but some
 *     patients, e.g. children
 */
public record AccreditationOnDay(
        @Nullable String accreditationId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable AccreditationState state,
        List<String> requirementsNotMet,
        List<UnknownRequirement> requirementsUnknown,
        List<ResponsiblePhysician> responsiblePhysicians,
        List<UnsettledPhysician> unsettledPhysicians,
        List<Judged> otherRequirements) {

    /**
     * @param requirement rule id
     * @param missing JSON pointers into the facility's record of the fields that would settle it
     */
    public record UnknownRequirement(String requirement, List<String> missing) {
        public UnknownRequirement {
            missing = List.copyOf(missing);
        }
    }

    public AccreditationOnDay {
        requirementsNotMet = List.copyOf(requirementsNotMet);
        responsiblePhysicians = List.copyOf(responsiblePhysicians);
        // assessments were kept without these two before the record told unknown from no
        requirementsUnknown = requirementsUnknown == null ? List.of() : List.copyOf(requirementsUnknown);
        unsettledPhysicians = unsettledPhysicians == null ? List.of() : List.copyOf(unsettledPhysicians);
        // and without these two before an accreditation could be suspended and children had a requirement of their own
        state = state == null && accreditationId != null ? AccreditationState.ACCREDITED : state;
        otherRequirements = otherRequirements == null ? List.of() : List.copyOf(otherRequirements);
    }

    /** Of a facility that has no record at all. */
    public static AccreditationOnDay none() {
        return new AccreditationOnDay(null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** @param accreditationId null if no accreditation's period includes the day */
    public static AccreditationOnDay of(
            @Nullable String accreditationId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable AccreditationState state,
            Protocol protocol,
            FacilityOnDay facility) {
        var notMet = new ArrayList<String>();
        var unknown = new ArrayList<UnknownRequirement>();
        if (accreditationId != null) {
            for (var judged : Judge.all(protocol.facilityCriteria(), facility)) {
                if (judged.notSatisfied()) {
                    notMet.add(judged.criterion());
                } else if (judged.verdict() == Verdict.UNKNOWN) {
                    unknown.add(new UnknownRequirement(judged.criterion(), judged.missing()));
                }
            }
        }
        return new AccreditationOnDay(
                accreditationId,
                from,
                to,
                state,
                notMet,
                unknown,
                protocol.responsiblePhysicians(facility.physicians()).stream()
                        .filter(physician -> physician.on(facility.day()))
                        .toList(),
                protocol.unsettledPhysicians(facility),
                Judge.all(protocol.otherFacilityCriteria(), facility));
    }

    /**
     * Known not to be in force: none includes the day, it is suspended, withdrawn or lapsed, or a requirement that it rests
     * on is not met.
     */
    public boolean knownNotInForce() {
        return state != AccreditationState.ACCREDITED || !requirementsNotMet.isEmpty();
    }

    /** The verdict on a facility requirement that binds some patients only. */
    public Optional<Judged> otherRequirement(String ruleId) {
        return otherRequirements.stream()
                .filter(judged -> judged.criterion().equals(ruleId))
                .findFirst();
    }

    /** The physician's requirements on that day; null if they are not known to be one of the responsible physicians. */
    public @Nullable List<String> requirementsOf(String physicianId) {
        for (var physician : responsiblePhysicians) {
            if (physician.physicianId().equals(physicianId)) {
                return physician.requirements();
            }
        }
        return null;
    }

    /**
     * The one of the physician's requirements that a decision rests on, and with it a claim for payment (S-C1).
     *
     * @param declared by the facility; null if it declares none, which is enough where only one is met
     * @return null unless it is known to be met
     */
    public @Nullable String requirementOf(String physicianId, @Nullable String declared) {
        var met = requirementsOf(physicianId);
        if (met == null) {
            return null;
        }
        if (declared != null) {
            return met.contains(declared) ? declared : null;
        }
        return met.size() == 1 ? met.getFirst() : null;
    }

    /** Present if it is not known whether they are one of the responsible physicians. */
    public Optional<UnsettledPhysician> unsettled(String physicianId) {
        for (var physician : unsettledPhysicians) {
            if (physician.physicianId().equals(physicianId)) {
                return Optional.of(physician);
            }
        }
        return Optional.empty();
    }
}
