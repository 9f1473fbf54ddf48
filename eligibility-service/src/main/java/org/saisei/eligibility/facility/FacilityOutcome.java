package org.saisei.eligibility.facility;

import java.util.List;
import org.saisei.eligibility.protocol.Fault;

/**
 * What became of an attempt to state a facility or a physician.
 *
 * @param <T> {@link Facility} or {@link FacilityPhysician}
 */
public sealed interface FacilityOutcome<T> {

    record Created<T>(T now) implements FacilityOutcome<T> {}

    /** @param lapsed the accreditations that it left without a ground, for good */
    record Changed<T>(T now, List<Accreditation.Granted> lapsed) implements FacilityOutcome<T> {
        public Changed {
            lapsed = List.copyOf(lapsed);
        }
    }

    /** It is not at the version that the caller has seen, or is there although it should not be. */
    record Stale<T>() implements FacilityOutcome<T> {}

    /** A physician of a facility that is not there. */
    record UnknownFacility<T>() implements FacilityOutcome<T> {}

    /** Names something that this service does not know. */
    record Invalid<T>(List<Fault> faults) implements FacilityOutcome<T> {
        public Invalid {
            faults = List.copyOf(faults);
        }
    }

    /** Cannot be true. */
    record Contradictory<T>(List<Fault> faults) implements FacilityOutcome<T> {
        public Contradictory {
            faults = List.copyOf(faults);
        }
    }
}
