package org.saisei.eligibility.facility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.Days;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Verdict;

/** A dated decision whether a facility meets a protocol's facility requirements (施設要件の充足), and what became of it. */
public sealed interface Accreditation {

    Terms terms();

    /**
     * What was decided on.
     *
     * @param from first day; the requirements were judged as of it
     * @param to last day, included: the one granted, or the one before it was withdrawn, lapsed or was replaced; null if
     *     open
     * @param verdicts of every facility requirement that it rests on, on the first day
     * @param otherVerdicts of those that bind some patients or a transfer, on that day
     * @param physicians each of the facility's, on that day
     */
    record Terms(
            UUID accreditationId,
            String facilityId,
            String documentNumber,
            String protocol,
            String protocolVersion,
            LocalDate from,
            @Nullable LocalDate to,
            List<Judged> verdicts,
            List<Judged> otherVerdicts,
            List<PhysicianVerdicts> physicians,
            Instant decidedAt) {

        public Terms {
            verdicts = List.copyOf(verdicts);
            otherVerdicts = List.copyOf(otherVerdicts);
            physicians = List.copyOf(physicians);
        }

        boolean covers(LocalDate day) {
            return Days.within(day, from, to);
        }

        Terms until(LocalDate last) {
            return new Terms(
                    accreditationId,
                    facilityId,
                    documentNumber,
                    protocol,
                    protocolVersion,
                    from,
                    last,
                    verdicts,
                    otherVerdicts,
                    physicians,
                    decidedAt);
        }

        /** That day, or the nearest one of its period. */
        LocalDate nearest(LocalDate day) {
            if (day.isBefore(from)) {
                return from;
            }
            return to != null && day.isAfter(to) ? to : day;
        }

        /** Rule ids of the requirements that were not shown to be met. */
        public List<String> notMet() {
            return Accreditation.notMet(verdicts);
        }
    }

    /** Rule ids of the requirements that were not shown to be met: known not to be, or unknown. */
    static List<String> notMet(List<Judged> verdicts) {
        return verdicts.stream()
                .filter(judged -> judged.verdict() != Verdict.MET && judged.verdict() != Verdict.NOT_APPLICABLE)
                .map(Judged::criterion)
                .toList();
    }

    /** Granted if every requirement is met on the first day, refused if one is not or is unknown. */
    static Accreditation decide(Terms terms) {
        return terms.notMet().isEmpty() ? new Granted(terms, List.of()) : new Refused(terms);
    }

    /**
     * Of those granted under one protocol, the one that counts on a day: one that was withdrawn or lapsed counts only where
     * there is no other, and a later decision before an earlier one.
     *
     * @param granted in the order decided
     */
    static Optional<Granted> standing(List<Granted> granted, LocalDate day) {
        return granted.reversed().stream()
                .filter(accreditation -> accreditation.on(day).isPresent())
                .min(Comparator.comparing(
                        accreditation -> accreditation.on(day).orElseThrow().isFinal()));
    }

    /**
     * Granted, with what became of it. A change counts from its first day on until that of the next; of two from one day the
     * one recorded later counts. Withdrawal and lapse are final.
     *
     * @param changes in the order recorded
     */
    record Granted(Terms terms, List<AccreditationChange> changes) implements Accreditation {

        public Granted {
            changes = List.copyOf(changes);
        }

        /** The grant, then every change in the order recorded. */
        public List<AccreditationChange> history() {
            var grant = new AccreditationChange(
                    AccreditationState.ACCREDITED,
                    terms.from(),
                    List.of(),
                    terms.documentNumber(),
                    null,
                    null,
                    terms.decidedAt());
            return Stream.concat(Stream.of(grant), changes.stream()).toList();
        }

        /** The change by which it stands on a day as it does; empty before its first day and after its last. */
        public Optional<AccreditationChange> on(LocalDate day) {
            if (day.isBefore(terms.from())) {
                return Optional.empty();
            }
            var end = end().filter(change -> !change.from().isAfter(day));
            if (end.isPresent()) {
                return end;
            }
            return terms.covers(day) ? lastNotFinal(day) : Optional.empty();
        }

        /** How it stands on a day; outside its period as on the period's nearest day. */
        public AccreditationChange asOf(LocalDate day) {
            return on(day).or(() -> on(terms.nearest(day))).orElseThrow();
        }

        /** The last that is known of it, whether or not its day has come. */
        public AccreditationChange latest() {
            return end().or(() -> lastNotFinal(terms.to())).orElseThrow();
        }

        /** Ended before it began. */
        public boolean neverInForce() {
            return end().filter(change -> change.from().equals(terms.from())).isPresent();
        }

        /** The first final change, if it comes before the period is over. */
        Optional<AccreditationChange> end() {
            var to = terms.to();
            return changes.stream()
                    .filter(AccreditationChange::isFinal)
                    .filter(change -> to == null || !change.from().isAfter(to.plusDays(1)))
                    .min(Comparator.comparing(AccreditationChange::from));
        }

        private Optional<AccreditationChange> lastNotFinal(@Nullable LocalDate day) {
            return history().stream()
                    .filter(change -> !change.isFinal())
                    .filter(change -> day == null || !change.from().isAfter(day))
                    .reduce((one, other) -> other.from().isBefore(one.from()) ? one : other);
        }

        /** With one more change, whose first day lies in the period. */
        Granted with(AccreditationChange change) {
            var more = new ArrayList<>(changes);
            more.add(change);
            return new Granted(
                    change.isFinal() && change.from().isAfter(terms.from())
                            ? terms.until(change.from().minusDays(1))
                            : terms,
                    more);
        }

        /**
         * True if a decision about the period has something of it left to replace.
         *
         * @param to last day, included; null if open
         */
        boolean sharesADayWith(LocalDate from, @Nullable LocalDate to) {
            return end().filter(change -> !change.from().isAfter(from)).isEmpty()
                    && !neverInForce()
                    && Days.overlap(terms.from(), terms.to(), from, to);
        }

        /** Ends on the day before: another takes its place from {@code day} on, after it began. */
        Granted replacedFrom(LocalDate day) {
            return new Granted(terms.until(day.minusDays(1)), changes);
        }
    }

    record Refused(Terms terms) implements Accreditation {}
}
