package org.saisei.adverseevent.exposure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A subject with all that is known to have been done.
 *
 * @param facts those in force: neither voided nor replaced by a correction
 */
public record Exposure(KnownSubject subject, List<TreatmentFact> facts) {

    public Exposure {
        facts = List.copyOf(facts);
    }

    /**
     * The phase of a day, as far as the facts at hand tell; it changes when later facts or corrections arrive.
     *
     * @return empty where a subject has an administration but no collection on record, and the day lies before it
     */
    public Optional<TreatmentPhase> phaseOn(LocalDate day) {
        var administrations = days(FactKind.ADMINISTRATION);
        if (administrations.contains(day)) {
            return Optional.of(TreatmentPhase.ADMINISTRATION);
        }
        if (!administrations.isEmpty() && day.isAfter(administrations.getFirst())) {
            return Optional.of(TreatmentPhase.FOLLOW_UP);
        }
        var collections = days(FactKind.COLLECTION);
        if (collections.isEmpty()) {
            return administrations.isEmpty() ? Optional.of(TreatmentPhase.BEFORE_COLLECTION) : Optional.empty();
        }
        if (day.isBefore(collections.getFirst())) {
            return Optional.of(TreatmentPhase.BEFORE_COLLECTION);
        }
        return Optional.of(day.isAfter(collections.getLast()) ? TreatmentPhase.MANUFACTURE : TreatmentPhase.COLLECTION);
    }

    private List<LocalDate> days(FactKind kind) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind)
                .map(TreatmentFact::on)
                .sorted()
                .toList();
    }
}
