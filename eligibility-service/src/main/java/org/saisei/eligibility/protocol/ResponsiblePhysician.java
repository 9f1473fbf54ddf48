package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A physician who may be responsible for the treatment (治療の責任者), and when.
 *
 * @param requirements rule ids of the physician requirements (医師要件) that they meet; empty where the protocol has none
 * @param from first day on which placement, training and a physician requirement all hold
 * @param to last day, included; null while it lasts
 */
public record ResponsiblePhysician(
        String physicianId,
        List<String> requirements,
        LocalDate from,
        @Nullable LocalDate to) {

    public ResponsiblePhysician {
        requirements = List.copyOf(requirements);
    }

    public boolean on(LocalDate day) {
        return Days.within(day, from, to);
    }
}
