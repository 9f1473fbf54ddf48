package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.eligibility.facility.Life.day;
import static org.saisei.eligibility.facility.Life.granted;
import static org.saisei.eligibility.facility.Life.lapsed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Over whole lives: attempts at changes in any order, of which those that are illegal come to nothing. */
class AccreditationLifePropertyTest {
    private static final int LAST = 60;

    /**
     * @param act null for a lapse
     * @param day its first day, days after the accreditation's
     */
    record Attempt(@Nullable AccreditationAct act, int day) {

        Accreditation.Granted on(Accreditation.Granted accreditation) {
            if (act != null) {
                return Life.after(accreditation, act, Life.day(day));
            }
            // a lapse is found on the days of the period only
            return accreditation.terms().covers(Life.day(day)) && !accreditation.neverInForce()
                    ? lapsed(accreditation, Life.day(day))
                    : accreditation;
        }
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        var act = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(AccreditationAct.SUSPENSION, AccreditationAct.RESUMPTION)),
                Tuple.of(1, Arbitraries.of(AccreditationAct.WITHDRAWAL).injectNull(0.5)));
        return Combinators.combine(act, Arbitraries.integers().between(-2, LAST + 2))
                .as(Attempt::new)
                .list()
                .ofMaxSize(12);
    }

    @Property
    void anActLeavesEveryLaterChangeToComeOnItsDay(@ForAll("attempts") List<Attempt> attempts) {
        var accreditation = granted(day(0), day(LAST));
        for (var attempt : attempts) {
            var before = accreditation;
            accreditation = attempt.on(accreditation);
            for (var change : before.changes()) {
                if (change.from().isAfter(day(attempt.day()))
                        && before.on(change.from()).filter(change::equals).isPresent()) {
                    var then = accreditation.on(change.from()).orElseThrow();
                    assertThat(then.isFinal() || then.equals(change))
                            .as("%s after %s", change, attempt)
                            .isTrue();
                }
            }
        }
    }

    @Property
    void whatIsRecordedOfALaterDayLeavesEveryEarlierDayAsItWas(@ForAll("attempts") List<Attempt> attempts) {
        var accreditation = granted(day(0), day(LAST));
        for (var attempt : attempts) {
            var changed = attempt.on(accreditation);
            Statistics.collect(changed == accreditation ? "refused" : "changed");
            assertThat(states(changed, -2, attempt.day() - 1)).isEqualTo(states(accreditation, -2, attempt.day() - 1));
            accreditation = changed;
        }
    }

    @Property
    void onceItIsWithdrawnOrHasLapsedNoLaterDayIsAnythingElse(@ForAll("attempts") List<Attempt> attempts) {
        var accreditation = granted(day(0), day(LAST));
        for (var attempt : attempts) {
            var end = accreditation.end();
            accreditation = attempt.on(accreditation);
            if (end.isPresent()) {
                var day = end.get().from();
                assertThat(accreditation.on(day).orElseThrow().isFinal()).isTrue();
                assertThat(accreditation.end().orElseThrow().from()).isBeforeOrEqualTo(day);
            }
        }
        var end = accreditation.end();
        if (end.isPresent()) {
            for (var act : AccreditationAct.values()) {
                assertThat(Life.after(accreditation, act, day(LAST))).isSameAs(accreditation);
            }
            var from = (int) (end.get().from().toEpochDay() - day(0).toEpochDay());
            assertThat(states(accreditation, from, LAST + 400))
                    .containsOnly(end.get().state().name());
        }
    }

    @Property
    void theFirstOfTwoLapsesCountsInWhateverOrderTheyAreRecorded(
            @ForAll("attempts") List<Attempt> attempts,
            @ForAll @IntRange(min = 0, max = LAST) int one,
            @ForAll @IntRange(min = 0, max = LAST) int other) {
        var accreditation = granted(day(0), day(LAST));
        for (var attempt : attempts) {
            accreditation = attempt.act() == null ? accreditation : attempt.on(accreditation);
        }
        var first = new Attempt(null, one);
        var second = new Attempt(null, other);

        assertThat(states(second.on(first.on(accreditation)), -2, LAST + 2))
                .isEqualTo(states(first.on(second.on(accreditation)), -2, LAST + 2));
    }

    @Property
    void onEveryDayOfItsPeriodItStandsSomehowAndItsLatestIsAmongTheHistory(@ForAll("attempts") List<Attempt> attempts) {
        var accreditation = granted(day(0), day(LAST));
        for (var attempt : attempts) {
            accreditation = attempt.on(accreditation);
        }

        assertThat(states(accreditation, 0, LAST)).doesNotContain("none");
        assertThat(states(accreditation, -2, -1)).containsOnly("none");
        assertThat(accreditation.history()).contains(accreditation.latest());
    }

    private static List<String> states(Accreditation.Granted accreditation, int from, int to) {
        var states = new ArrayList<String>();
        IntStream.rangeClosed(from, to)
                .forEach(day -> states.add(accreditation
                        .on(Life.day(day))
                        .map(change -> change.state().name())
                        .orElse("none")));
        return states;
    }
}
