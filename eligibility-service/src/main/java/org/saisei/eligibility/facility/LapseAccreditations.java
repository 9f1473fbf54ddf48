package org.saisei.eligibility.facility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.time.DayWork;

/**
 * With each day, accreditations lapse whose ground ended the day before. What ends by being stated lapses in the act that
 * states it, so a day's work is done once.
 */
@ApplicationScoped
public class LapseAccreditations implements DayWork {
    private final Accreditations accreditations;
    private final RecordLapses lapses;

    LapseAccreditations(Accreditations accreditations, RecordLapses lapses) {
        this.accreditations = accreditations;
        this.lapses = lapses;
    }

    @Override
    public String name() {
        return "lapse-accreditations";
    }

    /** One facility that cannot be had holds up no other. */
    @Override
    public void dayHasCome(LocalDate today) {
        @Nullable RuntimeException failure = null;
        for (var facilityId : accreditations.facilitiesEverGranted()) {
            try {
                lapses.ofFacility(facilityId);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
