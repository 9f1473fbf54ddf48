package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.Specialty;
import org.saisei.eligibility.protocol.Verdict;
import org.saisei.eligibility.protocol.stemirac.CompleteRecord;
import org.saisei.eligibility.protocol.stemirac.Stemirac;

/** Whatever becomes known later, what was known before goes on to hold. */
class MoreDataTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);
    private static final Set<String> OPTIONAL = Set.of(
            "training",
            "training/neurosurgery",
            "spinalCordInjuryCases",
            "assessesAis",
            "productTrainingCompletedOn",
            "experienceAsOf");
    private final Stemirac stemirac = new Stemirac();

    @Property(tries = 2000)
    @Tag("S-P0")
    @Tag("S-F2")
    @Tag("S-D1")
    @Tag("S-D2")
    void whatBecomesKnownOfTheFacilityOverturnsNoVerdictAndTheFieldsNamedAsMissingSettleIt(@ForAll long seed) {
        var random = new Random(seed);
        var all = somePhysician(random);
        var some = new HashMap<>(all);
        some.keySet().removeIf(name -> OPTIONAL.contains(name) && random.nextBoolean());
        var attested = random.nextInt(4) > 0;

        var before = accredited(some, attested);
        if (before.verdict() != Verdict.UNKNOWN) {
            assertThat(accredited(all, true).verdict()).isEqualTo(before.verdict());
        }
        for (var round = 0; round <= all.size(); round++) {
            var missing = accredited(some, attested).missing();
            attested |= missing.contains("/attestations/S-F1.6");
            if (missing.contains("/physicians")) {
                some.put("placed", true);
            }
            for (var pointer : missing) {
                if (pointer.startsWith("/physicians/DR-0001/")) {
                    var name = pointer.substring("/physicians/DR-0001/".length());
                    assertThat(all).containsKey(name);
                    var named = all.keySet().stream()
                            .filter(key -> key.startsWith(name))
                            .filter(key -> !some.containsKey(key))
                            .toList();
                    assertThat(named).as(pointer).isNotEmpty();
                    named.forEach(key -> some.put(key, all.get(key)));
                }
            }
        }
        assertThat(accredited(some, attested).verdict()).isNotEqualTo(Verdict.UNKNOWN);
    }

    @Property(tries = 2000)
    @Tag("S-F2")
    void aPhysicianIsResponsibleOnADayIffTheirPeriodIncludesIt(@ForAll long seed) {
        var random = new Random(seed);
        var some = somePhysician(random);
        some.keySet().removeIf(name -> OPTIONAL.contains(name) && random.nextInt(6) == 0);
        var facility = facility(some, true);

        var inPeriod =
                stemirac.responsiblePhysicians(facility.physicians()).stream().anyMatch(physician -> physician.on(DAY));
        var judged = Judge.all(stemirac.facilityCriteria(), facility).stream()
                .filter(verdict -> verdict.criterion().equals("S-F2"))
                .findFirst()
                .orElseThrow();

        assertThat(judged.verdict() == Verdict.MET).isEqualTo(inPeriod);
        assertThat(judged.verdict() == Verdict.UNKNOWN)
                .isEqualTo(Boolean.FALSE.equals(some.get("placed"))
                        || !stemirac.unsettledPhysicians(facility).isEmpty());
    }

    /** Every field of a physician's statement, on either side of what S-F2 asks for; the placement is always known. */
    private static Map<String, Object> somePhysician(Random random) {
        var values = new HashMap<String, Object>();
        values.put("licensedOn", DAY.minusYears(10).plusDays(random.nextInt(3) - 1));
        values.put("training", new BigDecimal(9 + random.nextInt(2)));
        values.put("training/neurosurgery", new BigDecimal(9 + random.nextInt(2)));
        values.put("spinalCordInjuryCases", 28 + random.nextInt(4));
        values.put("assessesAis", random.nextInt(4) > 0);
        values.put("productTrainingCompletedOn", DAY.plusDays(random.nextInt(4) - 2));
        values.put("experienceAsOf", DAY.minusDays(random.nextInt(2)));
        values.put("placed", random.nextInt(5) > 0);
        return values;
    }

    private FacilityOnDay facility(Map<String, Object> stated, boolean attested) {
        var years = new EnumMap<Specialty, BigDecimal>(Specialty.class);
        if (stated.get("training") instanceof BigDecimal known) {
            years.put(Specialty.ORTHOPAEDICS_INCLUDING_SPINE, known);
        }
        if (stated.get("training/neurosurgery") instanceof BigDecimal known) {
            years.put(Specialty.NEUROSURGERY_INCLUDING_SPINE, known);
        }
        var placed = Boolean.TRUE.equals(stated.get("placed"));
        var physician = new Physician(
                "DR-0001",
                (LocalDate) Objects.requireNonNull(stated.get("licensedOn")),
                years,
                null,
                (Integer) stated.get("spinalCordInjuryCases"),
                null,
                (Boolean) stated.get("assessesAis"),
                (LocalDate) stated.get("productTrainingCompletedOn"),
                placed ? CompleteRecord.placements(DAY, DAY) : List.of(),
                // where it is not known of the day, it is stated of a later one
                (LocalDate) stated.getOrDefault("experienceAsOf", DAY.plusDays(1)));
        return attested
                ? CompleteRecord.on(DAY, physician)
                : CompleteRecord.without("S-F1.6", CompleteRecord.on(DAY, physician));
    }

    private Judged accredited(Map<String, Object> stated, boolean attested) {
        var circumstances = new Circumstances(
                "PLANNING",
                DAY,
                Facts.none(),
                Map.of(),
                AccreditationOnDay.of(
                        "accreditation", DAY, DAY, AccreditationState.ACCREDITED, stemirac, facility(stated, attested)),
                "DR-0001",
                Parameters.defaults(stemirac.parameters()));
        return Result.of(stemirac, circumstances, false).verdicts().getFirst();
    }
}
