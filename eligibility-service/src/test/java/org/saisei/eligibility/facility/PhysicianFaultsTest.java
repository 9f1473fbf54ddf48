package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.PlacementRole;
import org.saisei.eligibility.protocol.Specialty;

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

    @ParameterizedTest
    @Tag("S-D1")
    @CsvSource(
            nullValues = "-",
            value = {
                "2016-04-01, -,          10.0, ''",
                "2016-04-01, -,          10.1, /training BEFORE_LICENSING",
                "2016-04-01, -,          10.9, /training BEFORE_LICENSING",
                "2016-04-02, -,          10.0, /training BEFORE_LICENSING",
                "2015-06-01, -,          10.9, ''",
                "2015-06-02, -,          10.9, /training BEFORE_LICENSING",
                "2016-04-01, 2026-03-31, 10.0, /training BEFORE_LICENSING",
                "2016-03-31, 2026-03-31, 10.0, ''",
                "2010-04-01, 2019-04-01, 9.5,  /training BEFORE_LICENSING"
            })
    void yearsOfTrainingLieBetweenLicensingAndTheDayOfWhichTheyAreStated(
            LocalDate licensed, @Nullable LocalDate asOf, BigDecimal years, String fault) {
        assertThat(untrue(licensed, asOf, Map.of(Specialty.ORTHOPAEDICS_INCLUDING_SPINE, years), null))
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @Tag("S-D3")
    @CsvSource(
            nullValues = "-",
            value = {
                "2016-04-01, -,          8,   2,   ''",
                "2016-04-02, -,          8,   2,   /training BEFORE_LICENSING",
                "2016-04-01, -,          8,   2.1, /training BEFORE_LICENSING",
                "2016-04-01, -,          10,  -,   ''",
                "2016-04-01, -,          -,   10,  ''",
                "2016-04-02, -,          -,   10,  /initialTrainingYears BEFORE_LICENSING",
                "2016-04-01, 2026-03-31, 8,   2,   /training BEFORE_LICENSING",
                "2016-04-01, 2026-03-31, -,   10,  /initialTrainingYears BEFORE_LICENSING"
            })
    void initialTrainingComesBeforeThatInRehabilitation(
            LocalDate licensed,
            @Nullable LocalDate asOf,
            @Nullable BigDecimal years,
            @Nullable BigDecimal initial,
            String fault) {
        var training = years == null ? Map.<Specialty, BigDecimal>of() : Map.of(Specialty.REHABILITATION, years);

        assertThat(untrue(licensed, asOf, training, initial)).isEqualTo(fault);
    }

    @Test
    @Tag("S-D1")
    void initialTrainingMayBePartOfThatInASpecialtyThatTheSourceDoesNotPutAfterIt() {
        var training = Map.of(
                Specialty.ORTHOPAEDICS_INCLUDING_SPINE, BigDecimal.TEN,
                Specialty.NEUROSURGERY_INCLUDING_SPINE, BigDecimal.TEN);

        assertThat(untrue(DAY.minusYears(10), null, training, BigDecimal.TWO)).isEmpty();
    }

    private static String untrue(
            LocalDate licensed,
            @Nullable LocalDate asOf,
            Map<Specialty, BigDecimal> training,
            @Nullable BigDecimal initial) {
        var physician = new Physician("DR-1", licensed, training, initial, null, null, null, null, List.of(), asOf);
        return PhysicianFaults.untrue(physician, DAY).stream()
                .map(fault -> fault.pointer() + " " + fault.rule())
                .collect(Collectors.joining(", "));
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
