package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A physician as the facility states them.
 *
 * @param physicianId the facility's own code; not a name
 * @param licensedOn 医師免許取得
 * @param trainingYears years of training after licensing, by field
 * @param spinalCordInjuryCases 脊髄損傷に関する臨床経験, in all
 * @param assessesAis able to assess AIS properly
 * @param productTrainingCompletedOn 講習を修了; null if not known to be completed
 */
public record Physician(
        String physicianId,
        LocalDate licensedOn,
        Map<Specialty, BigDecimal> trainingYears,
        int spinalCordInjuryCases,
        boolean assessesAis,
        @Nullable LocalDate productTrainingCompletedOn,
        List<Placement> placements) {

    public Physician {
        trainingYears = Map.copyOf(trainingYears);
        placements = List.copyOf(placements);
    }

    public BigDecimal yearsOf(Specialty specialty) {
        return trainingYears.getOrDefault(specialty, BigDecimal.ZERO);
    }
}
