package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.eligibility.facility.Life.after;
import static org.saisei.eligibility.facility.Life.day;
import static org.saisei.eligibility.facility.Life.granted;
import static org.saisei.eligibility.facility.Life.lapsed;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.facility.AccreditationAct.Transition;
import org.saisei.eligibility.protocol.AccreditationState;

class AccreditationTest {
    private final Accreditation.Granted accreditation = granted(day(0), day(100));

    @Test
    void itStandsOnItsFirstAndItsLastDayAndOnNoOther() {
        assertThat(List.of(
                        state(accreditation, -1),
                        state(accreditation, 0),
                        state(accreditation, 100),
                        state(accreditation, 101)))
                .containsExactly("none", "ACCREDITED", "ACCREDITED", "none");
    }

    @Test
    void outsideItsPeriodItIsShownAsOnTheNearestDay() {
        var ended = after(accreditation, AccreditationAct.SUSPENSION, day(50));

        assertThat(ended.asOf(day(-10)).state()).isEqualTo(AccreditationState.ACCREDITED);
        assertThat(ended.asOf(day(200)).state()).isEqualTo(AccreditationState.SUSPENDED);
    }

    @Test
    void withdrawalOnTheFirstDayLeavesNothingInForce() {
        var withdrawn = after(accreditation, AccreditationAct.WITHDRAWAL, day(0));

        assertThat(withdrawn.neverInForce()).isTrue();
        assertThat(withdrawn.terms().to()).isEqualTo(day(100));
        assertThat(state(withdrawn, 0)).isEqualTo("WITHDRAWN");
        assertThat(state(withdrawn, 200)).isEqualTo("WITHDRAWN");
    }

    @Test
    void aLapseBeforeAWithdrawalThatWasToComeEndsIt() {
        var withdrawn = after(accreditation, AccreditationAct.WITHDRAWAL, day(60));
        var both = lapsed(withdrawn, day(40));

        assertThat(state(both, 39)).isEqualTo("ACCREDITED");
        assertThat(state(both, 40)).isEqualTo("LAPSED");
        assertThat(state(both, 60)).isEqualTo("LAPSED");
        assertThat(both.terms().to()).isEqualTo(day(39));
        assertThat(both.latest().state()).isEqualTo(AccreditationState.LAPSED);
    }

    @Test
    void aWithdrawalAfterItWasReplacedNeverComes() {
        var replaced =
                after(accreditation, AccreditationAct.WITHDRAWAL, day(60)).replacedFrom(day(30));

        assertThat(state(replaced, 29)).isEqualTo("ACCREDITED");
        assertThat(state(replaced, 30)).isEqualTo("none");
        assertThat(state(replaced, 60)).isEqualTo("none");
        assertThat(replaced.latest().state()).isEqualTo(AccreditationState.ACCREDITED);
    }

    @Test
    void whatIsToBeWithdrawnLaterIsReplacedBefore() {
        var withdrawn = after(accreditation, AccreditationAct.WITHDRAWAL, day(60));

        assertThat(withdrawn.sharesADayWith(day(59), null)).isTrue();
        assertThat(withdrawn.sharesADayWith(day(60), null)).isFalse();
    }

    @Test
    void whatEndsBeforeItBeginsLeavesItAlone() {
        assertThat(accreditation.sharesADayWith(day(-9), day(-1))).isFalse();
        assertThat(accreditation.sharesADayWith(day(-9), day(0))).isTrue();
        assertThat(accreditation.sharesADayWith(day(101), null)).isFalse();
    }

    @Test
    void theLatestIsTheSuspensionThatIsStillToCome() {
        assertThat(after(accreditation, AccreditationAct.SUSPENSION, day(90))
                        .latest()
                        .from())
                .isEqualTo(day(90));
    }

    @Test
    void ofSeveralTheOneThatHasNotEndedCountsAndElseTheOneDecidedLast() {
        var lapsed = lapsed(granted(day(0), null), day(10));
        var earlier = granted(day(-5), null);
        var later = granted(day(-4), null);

        assertThat(Accreditation.standing(List.of(earlier, lapsed), day(20))).contains(earlier);
        assertThat(Accreditation.standing(List.of(earlier, lapsed), day(9))).contains(lapsed);
        assertThat(Accreditation.standing(List.of(earlier, later), day(0))).contains(later);
        assertThat(Accreditation.standing(List.of(earlier, later), day(-5))).contains(earlier);
        assertThat(Accreditation.standing(List.of(lapsed), day(20))).contains(lapsed);
        assertThat(Accreditation.standing(List.of(lapsed), day(-1))).isEmpty();
    }

    @Test
    void anActStartsFromItsOwnStatesOnly() {
        var suspended = after(accreditation, AccreditationAct.SUSPENSION, day(10));
        var withdrawn = after(accreditation, AccreditationAct.WITHDRAWAL, day(10));
        var lapsed = lapsed(accreditation, day(10));

        assertThat(allowed(accreditation)).containsExactly(AccreditationAct.SUSPENSION, AccreditationAct.WITHDRAWAL);
        assertThat(allowed(suspended)).containsExactly(AccreditationAct.RESUMPTION, AccreditationAct.WITHDRAWAL);
        assertThat(allowed(withdrawn)).isEmpty();
        assertThat(allowed(lapsed)).isEmpty();
    }

    @Test
    void aWithdrawalAnnouncedMayBeMadeSooner() {
        var announced = after(accreditation, AccreditationAct.WITHDRAWAL, day(60));
        var sooner = after(announced, AccreditationAct.WITHDRAWAL, day(20));

        assertThat(state(sooner, 19)).isEqualTo("ACCREDITED");
        assertThat(state(sooner, 20)).isEqualTo("WITHDRAWN");
        assertThat(sooner.terms().to()).isEqualTo(day(19));
    }

    @Test
    void aFacilityWhoseWithdrawalIsAnnouncedMayBeSuspendedBefore() {
        var announced = after(accreditation, AccreditationAct.WITHDRAWAL, day(60));
        var suspended = after(announced, AccreditationAct.SUSPENSION, day(20));

        assertThat(state(suspended, 20)).isEqualTo("SUSPENDED");
        assertThat(state(suspended, 59)).isEqualTo("SUSPENDED");
        assertThat(state(suspended, 60)).isEqualTo("WITHDRAWN");
    }

    @Test
    void aResumptionFromBeforeASuspensionThatIsToComeLeavesItToCome() {
        var announced = after(accreditation, AccreditationAct.SUSPENSION, day(60));
        var sooner = after(announced, AccreditationAct.SUSPENSION, day(20));
        var resumed = after(sooner, AccreditationAct.RESUMPTION, day(30));

        assertThat(List.of(state(resumed, 20), state(resumed, 30), state(resumed, 59), state(resumed, 60)))
                .containsExactly("SUSPENDED", "ACCREDITED", "ACCREDITED", "SUSPENDED");
    }

    @Test
    void noResumptionOfBeforeEndsASuspensionThatIsRecordedLater() {
        var resumed =
                after(after(accreditation, AccreditationAct.SUSPENSION, day(40)), AccreditationAct.RESUMPTION, day(60));

        assertThat(AccreditationAct.SUSPENSION.of(resumed, day(20))).isEqualTo(new Transition.ResumedFrom(day(60)));
        var again = after(resumed, AccreditationAct.SUSPENSION, day(60));
        var sooner = after(again, AccreditationAct.SUSPENSION, day(20));
        assertThat(List.of(state(sooner, 19), state(sooner, 20), state(sooner, 60), state(sooner, 100)))
                .containsExactly("ACCREDITED", "SUSPENDED", "SUSPENDED", "SUSPENDED");
    }

    @Test
    void nothingBeginsAfterTheEnd() {
        var withdrawn = after(accreditation, AccreditationAct.WITHDRAWAL, day(60));

        assertThat(AccreditationAct.WITHDRAWAL.of(withdrawn, day(60))).isInstanceOf(Transition.NotFrom.class);
        assertThat(AccreditationAct.SUSPENSION.of(withdrawn, day(61))).isInstanceOf(Transition.NotFrom.class);
    }

    @Test
    void anActBeginsInThePeriodAndFromTheStateOfItsDay() {
        var suspended = after(accreditation, AccreditationAct.SUSPENSION, day(10));

        assertThat(AccreditationAct.RESUMPTION.of(suspended, day(9))).isInstanceOf(Transition.NotFrom.class);
        assertThat(AccreditationAct.RESUMPTION.of(suspended, day(10))).isInstanceOf(Transition.Allowed.class);
        assertThat(AccreditationAct.RESUMPTION.of(suspended, day(100))).isInstanceOf(Transition.Allowed.class);
        assertThat(AccreditationAct.RESUMPTION.of(suspended, day(101))).isInstanceOf(Transition.OutsidePeriod.class);
        assertThat(AccreditationAct.WITHDRAWAL.of(accreditation, day(-1))).isInstanceOf(Transition.OutsidePeriod.class);
    }

    @Test
    void anActIsUndoneByWhatBeginsLaterAndStandsOnItsFirstDay() {
        var follows = granted(day(30), null);

        assertThat(undone(day(20), accreditation, follows))
                .containsExactly(AccreditationAct.SUSPENSION, AccreditationAct.WITHDRAWAL);
        assertThat(undone(day(29), follows)).containsExactly(AccreditationAct.SUSPENSION, AccreditationAct.WITHDRAWAL);
        assertThat(undone(day(30), accreditation, follows)).isEmpty();
        assertThat(AccreditationAct.WITHDRAWAL.undoneFrom(List.of(follows, granted(day(25), day(29))), day(20)))
                .contains(day(25));
    }

    @Test
    void whatIsSuspendedOnItsFirstDayUndoesNoSuspensionAndWhatHasEndedByThenNothing() {
        var follows = granted(day(30), null);

        assertThat(undone(day(20), after(follows, AccreditationAct.SUSPENSION, day(30))))
                .containsExactly(AccreditationAct.WITHDRAWAL);
        assertThat(undone(day(20), after(follows, AccreditationAct.SUSPENSION, day(31))))
                .containsExactly(AccreditationAct.SUSPENSION, AccreditationAct.WITHDRAWAL);
        assertThat(undone(day(20), after(follows, AccreditationAct.WITHDRAWAL, day(30))))
                .isEmpty();
        assertThat(undone(day(20), lapsed(follows, day(30)))).isEmpty();
        assertThat(undone(day(20), after(follows, AccreditationAct.WITHDRAWAL, day(31))))
                .containsExactly(AccreditationAct.SUSPENSION, AccreditationAct.WITHDRAWAL);
    }

    private static List<AccreditationAct> undone(LocalDate from, Accreditation.Granted... granted) {
        return List.of(AccreditationAct.values()).stream()
                .filter(act -> act.undoneFrom(List.of(granted), from).isPresent())
                .toList();
    }

    private static List<AccreditationAct> allowed(Accreditation.Granted accreditation) {
        return List.of(AccreditationAct.values()).stream()
                .filter(act -> act.of(accreditation, day(20)) instanceof Transition.Allowed)
                .toList();
    }

    private static String state(Accreditation.Granted accreditation, int days) {
        LocalDate day = day(days);
        return accreditation.on(day).map(change -> change.state().name()).orElse("none");
    }
}
