package org.saisei.registry.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.protocol.Finding;

/**
 * 逸脱: a fact outside a rule.
 *
 * @param observedOn the day of the fact
 * @param withdrawnAt when a later fact or a correction took away what it rested on; null while it stands
 */
public record Deviation(
        UUID deviationId,
        UUID factId,
        FactKind factKind,
        Finding finding,
        LocalDate observedOn,
        @Nullable String lotNumber,
        Instant recordedAt,
        @Nullable Instant withdrawnAt) {

    public Deviation {
        // as precise as it is stored, so that every answer shows the same
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** What makes two deviations the same one. */
    record Matter(UUID factId, String ruleId, String code) {}

    Matter matter() {
        return new Matter(factId, finding.ruleId(), finding.code());
    }

    public boolean stands() {
        return withdrawnAt == null;
    }
}
