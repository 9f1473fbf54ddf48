package org.saisei.registry.treatment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.saisei.registry.protocol.DoseInterval;
import org.saisei.registry.protocol.Finding;

/** 投与計画: an administration that passed the checks when it was planned. */
public record Plan(
        UUID planId,
        String facilityId,
        Request request,
        DoseInterval doseInterval,
        List<Finding> warnings,
        Instant recordedAt) {

    /**
     * What is planned.
     *
     * @param cells whole
     * @param weightMeasuredOn not before the injury, not after {@code plannedOn}
     */
    public record Request(
            String documentNumber,
            String lotNumber,
            LocalDate plannedOn,
            BigDecimal cells,
            BigDecimal weightKg,
            LocalDate weightMeasuredOn) {

        /** @throws ArithmeticException if the cells are not whole */
        public Request {
            cells = cells.setScale(0);
        }
    }

    public Plan {
        // as precise as it is stored, so that every answer shows the same
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        warnings = List.copyOf(warnings);
    }
}
