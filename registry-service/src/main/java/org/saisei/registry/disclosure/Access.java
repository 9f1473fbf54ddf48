package org.saisei.registry.disclosure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit trail, without what was written.
 *
 * @param position orders accesses
 * @param write false for a reading
 * @param actor the token's {@code sub}, or {@code service:<name>}
 * @param facilityId of a hospital
 * @param action the operation's id, or what a service did by itself
 */
public record Access(
        long position,
        Instant at,
        boolean write,
        String actor,
        List<String> roles,
        @Nullable String facilityId,
        String action) {

    public Access {
        roles = List.copyOf(roles);
    }
}
