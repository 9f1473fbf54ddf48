package org.saisei.eligibility.plan;

import static org.saisei.eligibility.Hospital.with;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

final class Plans {
    private Plans() {}

    /** A plan that keeps to every rule, without a warning. */
    static Map<String, Object> complete() {
        return with(
                Map.of(),
                "protocol",
                "STEMIRAC",
                "weightKg",
                new BigDecimal("72.4"),
                "weightMeasuredOn",
                "2026-05-18",
                "plannedCells",
                150_000_000,
                "injuryDate",
                "2026-04-05",
                "plannedFirstBloodCollectionOn",
                "2026-04-18",
                "plannedMarrowCollectionOn",
                "2026-04-24",
                "plannedLastBloodCollectionOn",
                "2026-05-06",
                "manufacturedOn",
                "2026-05-20",
                "plannedAdministrationOn",
                "2026-05-22",
                "productVolumeMl",
                40,
                "salineVolumeMl",
                80,
                "flowMlPerMin",
                new BigDecimal("0.8"),
                "earlierAdministrationsOn",
                List.of());
    }
}
