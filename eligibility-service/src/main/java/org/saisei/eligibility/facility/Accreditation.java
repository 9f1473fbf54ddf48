package org.saisei.eligibility.facility;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Verdict;

/** A dated decision whether a facility meets a protocol's facility requirements (施設要件の充足). */
public sealed interface Accreditation {

    Terms terms();

    /**
     * What was decided on.
     *
     * @param from first day; the requirements were judged as of it
     * @param to last day, included; null if open
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
            List<PhysicianVerdicts> physicians) {

        public Terms {
            verdicts = List.copyOf(verdicts);
            otherVerdicts = List.copyOf(otherVerdicts);
            physicians = List.copyOf(physicians);
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
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
                    physicians);
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
            return verdicts.stream()
                    .filter(judged -> judged.verdict() != Verdict.MET && judged.verdict() != Verdict.NOT_APPLICABLE)
                    .map(Judged::criterion)
                    .toList();
        }
    }

    /** Accredited if every requirement is met on the first day, refused if one is not or is unknown. */
    static Accreditation decide(Terms terms) {
        return terms.notMet().isEmpty() ? new Accredited(terms) : new Refused(terms);
    }

    record Accredited(Terms terms) implements Accreditation {

        /** What becomes of it when a later decision takes its place from {@code day} on. */
        Accreditation replacedFrom(LocalDate day) {
            return terms.from().isBefore(day) ? new Accredited(terms.until(day.minusDays(1))) : new Withdrawn(terms);
        }

        boolean reaches(LocalDate day) {
            var to = terms.to();
            return to == null || !to.isBefore(day);
        }
    }

    record Refused(Terms terms) implements Accreditation {}

    /** Never came into force, since another took its place before. */
    record Withdrawn(Terms terms) implements Accreditation {}
}
