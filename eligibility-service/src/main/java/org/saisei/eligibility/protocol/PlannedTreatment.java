package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A treatment as planned, so far; what is null is not planned or not known yet.
 *
 * @param weightKg the latest weight before the administration
 * @param weightMeasuredOn its day
 * @param manufacturedOn day on which the product is, or will be, made
 * @param productVolumeMl of the product alone
 * @param salineVolumeMl that it is diluted with
 * @param flowMlPerMin of the product
 */
public record PlannedTreatment(
        BigDecimal weightKg,
        LocalDate weightMeasuredOn,
        @Nullable BigDecimal plannedCells,
        @Nullable LocalDate injuryDate,
        @Nullable LocalDate plannedFirstBloodCollectionOn,
        @Nullable LocalDate plannedMarrowCollectionOn,
        @Nullable LocalDate plannedLastBloodCollectionOn,
        @Nullable LocalDate manufacturedOn,
        @Nullable LocalDate plannedAdministrationOn,
        @Nullable BigDecimal productVolumeMl,
        @Nullable BigDecimal salineVolumeMl,
        @Nullable BigDecimal flowMlPerMin,
        EarlierAdministrations earlier) {

    /** With what the registry has recorded of the candidate. */
    public PlannedTreatment withRecorded(List<LocalDate> administrations) {
        return new PlannedTreatment(
                weightKg,
                weightMeasuredOn,
                plannedCells,
                injuryDate,
                plannedFirstBloodCollectionOn,
                plannedMarrowCollectionOn,
                plannedLastBloodCollectionOn,
                manufacturedOn,
                plannedAdministrationOn,
                productVolumeMl,
                salineVolumeMl,
                flowMlPerMin,
                new EarlierAdministrations(earlier.stated(), administrations));
    }
}
