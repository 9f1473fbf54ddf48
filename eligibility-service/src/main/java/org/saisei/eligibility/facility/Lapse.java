package org.saisei.eligibility.facility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;

/**
 * An accreditation lapses by itself on the first day in its period on which a requirement that it rests on is known not to
 * be met. What is unknown does not make it lapse.
 */
final class Lapse {
    private Lapse() {}

    /**
     * The accreditation with the lapse that follows from the record, if there is one up to the day; else as it is.
     *
     * @param requirements of the version under which it was granted
     */
    static Accreditation.Granted foreseen(
            Accreditation.Granted accreditation,
            List<Criterion<FacilityOnDay>> requirements,
            FacilityRecord record,
            LocalDate until) {
        return first(accreditation, requirements, record, until)
                .map(accreditation::with)
                .orElse(accreditation);
    }

    static Optional<AccreditationChange> first(
            Accreditation.Granted accreditation,
            List<Criterion<FacilityOnDay>> requirements,
            FacilityRecord record,
            LocalDate until) {
        var from = accreditation.terms().from();
        var to = accreditation.terms().to();
        var last = to != null && to.isBefore(until) ? to : until;
        if (accreditation.neverInForce() || last.isBefore(from)) {
            return Optional.empty();
        }
        return record.daysOfChange(from, last).stream()
                .flatMap(day -> on(requirements, record.on(day)).stream())
                .findFirst();
    }

    private static Optional<AccreditationChange> on(
            List<Criterion<FacilityOnDay>> requirements, FacilityOnDay facility) {
        var ended = Judge.all(requirements, facility).stream()
                .filter(Judged::notSatisfied)
                .map(Judged::criterion)
                .toList();
        return ended.isEmpty() ? Optional.empty() : Optional.of(AccreditationChange.lapse(facility.day(), ended));
    }
}
