package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.PlacementRole;
import org.saisei.eligibility.protocol.Verdict;

@Tag("S-F3")
class CarePhysicianPlacedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);

    @ParameterizedTest
    @Tag("S-D4")
    @CsvSource(
            nullValues = "-",
            value = {
                "CARE,        2026-04-10, 2026-04-10, 2026-04-10, MET",
                "CARE,        2026-04-10, -,          2026-04-11, NOT_MET",
                "CARE,        2026-04-11, -,          2026-02-20, NOT_MET",
                "CARE,        2026-04-01, 2026-04-09, 2026-02-20, NOT_MET",
                "CARE,        2026-04-01, -,          -,          UNKNOWN"
            })
    void onePlacedForCareOnTheDayWhoIsTrainedByThen(
            PlacementRole role, LocalDate from, @Nullable LocalDate to, @Nullable LocalDate trained, Verdict verdict) {
        var judged = placed(physician("DR-1", trained, new Placement("STEMIRAC", role, from, to)));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.missing())
                .isEqualTo(
                        verdict == Verdict.UNKNOWN
                                ? List.of("/physicians/DR-1/productTrainingCompletedOn")
                                : List.of());
    }

    @ParameterizedTest
    @Tag("S-F3")
    @CsvSource({"STEMIRAC, RESPONSIBLE", "VASCULAR_REGENERATION, CARE"})
    void whoIsPlacedForSomethingElseLeavesOpenWhoIsPlacedForCare(String protocol, PlacementRole role) {
        var judged = placed(physician("DR-1", DAY, new Placement(protocol, role, DAY, null)));

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.missing()).containsExactly("/physicians");
    }

    @Test
    void oneTrainedIsEnough() {
        assertThat(placed(physician("DR-1", null, care("STEMIRAC")), physician("DR-2", DAY, care("STEMIRAC")))
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    private static Placement care(String protocol) {
        return new Placement(protocol, PlacementRole.CARE, DAY, null);
    }

    private static Judged placed(Physician... physicians) {
        return Judge.one(new CarePhysicianPlaced(), new FacilityOnDay(List.of(), List.of(), List.of(physicians), DAY));
    }

    private static Physician physician(String id, @Nullable LocalDate trained, Placement... placements) {
        return new Physician(
                id, LocalDate.of(2005, 4, 1), Map.of(), null, null, null, null, trained, List.of(placements), null);
    }
}
