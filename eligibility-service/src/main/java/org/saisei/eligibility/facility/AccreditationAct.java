package org.saisei.eligibility.facility;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.saisei.eligibility.protocol.AccreditationState;

/** What a registrar does with an accreditation that was granted. */
public enum AccreditationAct {
    SUSPENSION("suspendAccreditation", AccreditationState.SUSPENDED),
    /** Once more every facility requirement must be met. */
    RESUMPTION("resumeAccreditation", AccreditationState.ACCREDITED),
    WITHDRAWAL("withdrawAccreditation", AccreditationState.WITHDRAWN);

    private final String action;
    private final AccreditationState leadsTo;

    AccreditationAct(String action, AccreditationState leadsTo) {
        this.action = action;
        this.leadsTo = leadsTo;
    }

    /** Its name in the API's words. */
    String action() {
        return action;
    }

    AccreditationState leadsTo() {
        return leadsTo;
    }

    /** Whether an accreditation lets itself be changed so from a day on. */
    public sealed interface Transition {

        record Allowed() implements Transition {}

        /** By its state on the day, or by its end, it does not. */
        record NotFrom(AccreditationState state, LocalDate since) implements Transition {}

        /** The day is not in its period. */
        record OutsidePeriod() implements Transition {}

        /** A suspension that a resumption recorded before it, from a later day on, would end. */
        record ResumedFrom(LocalDate day) implements Transition {}
    }

    /**
     * By how it stands on the day, whatever is announced for later: a facility that must stop sooner does not go on until the
     * day announced before.
     *
     * @param accreditation with the lapse that follows from its record up to the day, if there is one
     */
    Transition of(Accreditation.Granted accreditation, LocalDate from) {
        return accreditation
                .on(from)
                .map(now -> startsFrom(now.state())
                        ? unlessResumed(accreditation, from)
                        : new Transition.NotFrom(now.state(), now.from()))
                .orElseGet(Transition.OutsidePeriod::new);
    }

    private Transition unlessResumed(Accreditation.Granted accreditation, LocalDate from) {
        return accreditation.changes().stream()
                .filter(change -> this == SUSPENSION && change.state() == AccreditationState.ACCREDITED)
                .filter(change -> change.from().isAfter(from))
                .filter(change ->
                        accreditation.on(change.from()).filter(change::equals).isPresent())
                .map(AccreditationChange::from)
                .min(Comparator.naturalOrder())
                .<Transition>map(Transition.ResumedFrom::new)
                .orElseGet(Transition.Allowed::new);
    }

    /**
     * First day of the first accreditation that begins after the act's and would stand there as if the act had not been: an
     * act reaches no further than its accreditation. Empty if there is none.
     *
     * @param granted under the protocol, each with the lapse that follows from the record up to its first day
     */
    Optional<LocalDate> undoneFrom(List<Accreditation.Granted> granted, LocalDate from) {
        return granted.stream()
                .map(accreditation -> accreditation.asOf(accreditation.terms().from()))
                .filter(first -> first.from().isAfter(from) && isUndoneBy(first.state()))
                .map(AccreditationChange::from)
                .min(Comparator.naturalOrder());
    }

    private boolean isUndoneBy(AccreditationState following) {
        return switch (following) {
            case ACCREDITED -> this != RESUMPTION;
            case SUSPENDED -> this == WITHDRAWAL;
            case WITHDRAWN, LAPSED -> false;
        };
    }

    private boolean startsFrom(AccreditationState state) {
        return switch (state) {
            case ACCREDITED -> this != RESUMPTION;
            case SUSPENDED -> this != SUSPENSION;
            case WITHDRAWN, LAPSED -> false;
        };
    }
}
