package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A physician as the facility states them. What is not stated is unknown, not none.
 *
 * @param physicianId the facility's own code; not a name
 * @param licensedOn 医師免許取得
 * @param trainingYears years of training after licensing, by field; a field that is not there is unknown
 * @param initialTrainingYears 初期研修, years; null if not stated
 * @param spinalCordInjuryCases 脊髄損傷に関する臨床経験, in all; null if not stated
 * @param spinalCordInjuryRehabilitationCases 脊髄損傷（非外傷性を含む）患者に対するリハビリテーション, in all; null if not stated
 * @param assessesAis able to assess AIS properly; null if not stated
 * @param productTrainingCompletedOn 講習を修了, the first time; null if not known to be completed
 * @param experienceAsOf first day of which training years, cases and AIS ability are stated: of days before it they are not
 *     known to suffice, nor the ability to have been lacking; null if they are stated of every day
 */
public record Physician(
        String physicianId,
        LocalDate licensedOn,
        Map<Specialty, BigDecimal> trainingYears,
        @Nullable BigDecimal initialTrainingYears,
        @Nullable Integer spinalCordInjuryCases,
        @Nullable Integer spinalCordInjuryRehabilitationCases,
        @Nullable Boolean assessesAis,
        @Nullable LocalDate productTrainingCompletedOn,
        List<Placement> placements,
        @Nullable LocalDate experienceAsOf) {

    public Physician {
        trainingYears = Map.copyOf(trainingYears);
        placements = List.copyOf(placements);
    }
}
