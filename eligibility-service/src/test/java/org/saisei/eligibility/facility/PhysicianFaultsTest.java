package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.PlacementRole;

class PhysicianFaultsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Test
    @Tag("S-D4")
    void aCourseThatIsRepeatedDoesNotTakeTheFirstOnesPlace() {
        var stated = physician("DR-1", DAY, 0);

        assertThat(PhysicianFaults.unfitting(physician("DR-1", DAY.plusYears(1), 0), List.of(stated)))
                .extracting(Fault::pointer, Fault::rule)
                .containsExactly(tuple("/productTrainingCompletedOn", "REPEATED"));
        assertThat(PhysicianFaults.unfitting(physician("DR-1", DAY.minusDays(1), 0), List.of(stated)))
                .isEmpty();
        assertThat(PhysicianFaults.unfitting(physician("DR-1", null, 0), List.of(stated)))
                .isEmpty();
        assertThat(PhysicianFaults.unfitting(
                        physician("DR-1", DAY.plusYears(1), 0), List.of(physician("DR-1", null, 0))))
                .isEmpty();
    }

    @Test
    void theTwoHundredthPhysicianIsTheLast() {
        assertThat(PhysicianFaults.unfitting(physician("DR-NEW", DAY, 0), staff(199, 0)))
                .isEmpty();
        assertThat(PhysicianFaults.unfitting(physician("DR-NEW", DAY, 0), staff(200, 0)))
                .extracting(Fault::pointer)
                .containsExactly("path:physicianId");
        assertThat(PhysicianFaults.unfitting(physician("DR-0", DAY, 0), staff(200, 0)))
                .isEmpty();
    }

    @Test
    void theTwoHundredthPlacementIsTheLastWhoeverIsPlaced() {
        assertThat(PhysicianFaults.unfitting(physician("DR-NEW", DAY, 50), staff(3, 50)))
                .isEmpty();
        assertThat(PhysicianFaults.unfitting(physician("DR-NEW", DAY, 1), staff(4, 50)))
                .extracting(Fault::pointer)
                .containsExactly("/placements");
        assertThat(PhysicianFaults.unfitting(physician("DR-0", DAY, 50), staff(4, 50)))
                .isEmpty();
    }

    private static List<Physician> staff(int physicians, int placements) {
        return IntStream.range(0, physicians)
                .mapToObj(i -> physician("DR-" + i, DAY, placements))
                .toList();
    }

    private static Physician physician(String id, @Nullable LocalDate trained, int placements) {
        return new Physician(
                id,
                LocalDate.of(2000, 4, 1),
                Map.of(),
                null,
                null,
                null,
                null,
                trained,
                Collections.nCopies(placements, new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, DAY, DAY)),
                null);
    }
}
