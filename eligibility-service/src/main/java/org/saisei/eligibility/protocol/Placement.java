package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A physician placed at the facility under a protocol.
 *
 * @param role what for
 * @param from first day
 * @param to last day, included; null while it lasts
 */
public record Placement(
        String protocol,
        PlacementRole role,
        LocalDate from,
        @Nullable LocalDate to) {

    public Placement {
        // placements were kept without a role while there was one only
        role = role == null ? PlacementRole.RESPONSIBLE : role;
    }

    public boolean on(LocalDate day) {
        return Days.within(day, from, to);
    }
}
