package org.saisei.eligibility.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A treatment as planned, so far.
 *
 * @param weightKg the latest weight before the administration
 * @param weightMeasuredOn its day
 * @param plannedCells null while no number is planned
 */
public record TreatmentPlan(
        String protocol,
        BigDecimal weightKg,
        LocalDate weightMeasuredOn,
        @Nullable BigDecimal plannedCells,
        @Nullable LocalDate injuryDate,
        @Nullable LocalDate plannedMarrowCollectionOn,
        @Nullable LocalDate plannedAdministrationOn) {}
