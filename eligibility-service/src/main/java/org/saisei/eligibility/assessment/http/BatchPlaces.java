package org.saisei.eligibility.assessment.http;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The batches that a replica answers at once; each holds a thread for as long as its client takes. */
@Singleton
class BatchPlaces {
    private final int atOnce;
    private final int atOncePerFacility;
    private final Map<String, Integer> takenBy = new HashMap<>();
    private int taken;

    BatchPlaces(
            @ConfigProperty(name = "saisei.batches.at-once", defaultValue = "8") int atOnce,
            @ConfigProperty(name = "saisei.batches.at-once-per-facility", defaultValue = "2") int atOncePerFacility) {
        this.atOnce = atOnce;
        this.atOncePerFacility = atOncePerFacility;
    }

    sealed interface Taking {
        record Taken(Place place) implements Taking {}

        record FacilityHasItsShare(int batches) implements Taking {}

        record NoneLeft() implements Taking {}
    }

    synchronized Taking take(String facilityId) {
        if (takenBy.getOrDefault(facilityId, 0) >= atOncePerFacility) {
            return new Taking.FacilityHasItsShare(atOncePerFacility);
        }
        if (taken >= atOnce) {
            return new Taking.NoneLeft();
        }
        taken++;
        takenBy.merge(facilityId, 1, Integer::sum);
        return new Taking.Taken(new Place(facilityId));
    }

    private synchronized void giveBack(String facilityId) {
        taken--;
        takenBy.computeIfPresent(facilityId, (id, batches) -> batches == 1 ? null : batches - 1);
    }

    final class Place {
        private final String facilityId;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Place(String facilityId) {
            this.facilityId = facilityId;
        }

        /** Once, however often it is called. */
        void giveBack() {
            if (held.getAndSet(false)) {
                BatchPlaces.this.giveBack(facilityId);
            }
        }
    }
}
