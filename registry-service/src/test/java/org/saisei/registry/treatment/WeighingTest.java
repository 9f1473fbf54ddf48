package org.saisei.registry.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.registry.treatment.Histories.GIVEN;
import static org.saisei.registry.treatment.Histories.INJURED;
import static org.saisei.registry.treatment.Histories.dose;
import static org.saisei.registry.treatment.Histories.lot;
import static org.saisei.registry.treatment.Histories.marrow;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.registry.protocol.Stemirac;

class WeighingTest {
    private static final String GOOD = "180000000";
    private final Histories histories = new Histories();

    @Test
    void aTreatmentWithinTheRulesHasNoDeviation() {
        var collection = histories.add(marrow());
        histories.add(lot("L-1", collection.factId()));
        histories.add(dose("L-1", GOOD));

        assertThat(observed()).isEmpty();
    }

    @Test
    @Tag("S-T2")
    void aDoseOneCellAboveIsObservedOnItsAdministration() {
        var collection = histories.add(marrow());
        histories.add(lot("L-1", collection.factId()));
        var given = histories.add(dose("L-1", "200000001"));

        assertThat(observed()).containsExactly("S-T2 ABOVE_MAXIMUM on " + given.factId());
    }

    @Test
    @Tag("S-T2")
    void aDoseOnAWeightFromTheDayOfTheInjuryIsNoDeviation() {
        var collection = histories.add(marrow());
        histories.add(lot("L-1", collection.factId()));
        histories.add(dose("L-1", GOOD, GIVEN, INJURED));

        assertThat(observed()).isEmpty();
    }

    @Test
    @Tag("S-T2")
    void aDoseOnAWeightFromTheDayBeforeTheInjuryIsObserved() {
        var collection = histories.add(marrow());
        histories.add(lot("L-1", collection.factId()));
        var given = histories.add(dose("L-1", GOOD, GIVEN, INJURED.minusDays(1)));

        assertThat(observed()).containsExactly("S-T2 WEIGHT_BEFORE_INJURY on " + given.factId());
    }

    @Test
    @Tag("S-T6")
    void aLotMadeFromWhatIsNotTheSubjectsOwnBreaksTheChainOfAllThatFollows() {
        var own = histories.add(marrow());
        var made = histories.add(lot("L-1", own.factId(), new UUID(9, 9)));
        var given = histories.add(dose("L-1", GOOD));

        assertThat(observed())
                .containsExactlyInAnyOrder(
                        "S-T6 CHAIN_NOT_SHOWN on " + made.factId(), "S-T6 CHAIN_NOT_SHOWN on " + given.factId());
    }

    @Test
    @Tag("S-T6")
    void aLotThatAnotherSubjectHasARecordOfBreaksTheChain() {
        var own = histories.add(marrow());
        histories.add(lot("L-1", own.factId()));
        histories.add(dose("L-1", GOOD));

        assertThat(observed(Set.of("L-1"), Set.of())).hasSize(2).allMatch(found -> found.startsWith("S-T6"));
    }

    @Test
    @Tag("S-T6")
    void aLotThatNobodyRecordedForTheSubjectHasNoChain() {
        var given = histories.add(dose("L-1", GOOD));

        assertThat(observed()).containsExactly("S-T6 CHAIN_NOT_SHOWN on " + given.factId());
    }

    @Test
    @Tag("S-T6")
    void aLotMadeFromNothingHasNoChain() {
        var made = histories.add(lot("L-1"));

        assertThat(observed()).containsExactly("S-T6 CHAIN_NOT_SHOWN on " + made.factId());
    }

    @Test
    @Tag("S-T6")
    void aCorrectedCollectionIsStillTheSameCollection() {
        var collection = histories.add(marrow());
        histories.add(lot("L-1", collection.factId()));
        histories.replace(collection, marrow());

        assertThat(observed()).isEmpty();
    }

    @Test
    @Tag("S-T6")
    void aVoidedCollectionBreaksTheChain() {
        var collection = histories.add(marrow());
        var made = histories.add(lot("L-1", collection.factId()));
        histories.voidIt(collection);

        assertThat(observed()).containsExactly("S-T6 CHAIN_NOT_SHOWN on " + made.factId());
    }

    @Test
    @Tag("S-T6")
    void whatWasGivenBeforeItWasMadeIsObservedOnBothRecords() {
        var collection = histories.add(marrow());
        var made = histories.add(lot("L-1", GIVEN.plusDays(1), collection.factId()));
        var given = histories.add(dose("L-1", GOOD));

        assertThat(observed())
                .containsExactlyInAnyOrder(
                        "S-T6 DAYS_CONTRADICT on " + made.factId(), "S-T6 DAYS_CONTRADICT on " + given.factId());

        histories.replace(made, lot("L-1", GIVEN, collection.factId()));
        assertThat(observed()).isEmpty();
    }

    @Test
    @Tag("S-T6")
    void whatWasMadeBeforeItWasCollectedIsObservedOnBothRecords() {
        var collection = histories.add(marrow());
        var made = histories.add(lot("L-1", Histories.COLLECTED.minusDays(1), collection.factId()));

        assertThat(observed())
                .containsExactlyInAnyOrder(
                        "S-T6 DAYS_CONTRADICT on " + collection.factId(), "S-T6 DAYS_CONTRADICT on " + made.factId());
    }

    @Test
    @Tag("S-T2")
    @Tag("S-T3")
    void whatIsKnownOfAnAdministrationIsWeighedAndTheRestIsMissing() {
        var collection = histories.add(marrow());
        histories.add(lot("L-1", collection.factId()));
        var dose = new Administration(
                "L-1",
                GIVEN,
                new java.math.BigDecimal("200000001"),
                null,
                null,
                new java.math.BigDecimal("40"),
                null,
                new java.math.BigDecimal("1.1"),
                null);
        var given = histories.add(dose);

        assertThat(observed())
                .containsExactlyInAnyOrder(
                        "S-T2 ABOVE_MAXIMUM on " + given.factId(), "S-T3 FLOW_OUTSIDE_GUIDE on " + given.factId());
        assertThat(dose.missing(new Stemirac()))
                .extracting(needs -> needs.ruleId() + " " + needs.pointers())
                .containsExactly("S-T2 [/weightKg, /weightMeasuredOn]", "S-T3 [/salineVolumeMl]");
    }

    @Test
    @Tag("S-T4")
    void theLaterOfTwoAdministrationsIsTheRepeatedOneInWhateverOrderTheyAreRecorded() {
        var collection = histories.add(marrow());
        histories.add(lot("L-1", collection.factId()));
        var later = histories.add(dose("L-1", GOOD, GIVEN.plusDays(3)));
        histories.add(dose("L-1", GOOD, GIVEN));

        assertThat(observed()).containsExactly("S-T4 REPEATED on " + later.factId());
    }

    @Test
    @Tag("S-R1")
    void aFactRecordedWithoutDecisionCarriesIt() {
        var collection = histories.add(marrow());

        assertThat(observed(Set.of(), Set.of(collection.factId())))
                .containsExactly("S-R1 NO_ELIGIBLE_DECISION on " + collection.factId());
    }

    @Test
    void whatIsVoidedIsNotWeighed() {
        var given = histories.add(dose("L-1", "999999999"));
        histories.voidIt(given);

        assertThat(observed()).isEmpty();
    }

    private List<String> observed() {
        return observed(Set.of(), Set.of());
    }

    private List<String> observed(Set<String> lotsOfOthers, Set<UUID> withoutDecision) {
        return new Weighing(new Stemirac(), INJURED, histories.history(), lotsOfOthers)
                .observed(withoutDecision).stream()
                        .map(one -> one.finding().ruleId() + " " + one.finding().code() + " on "
                                + one.fact().factId())
                        .toList();
    }
}
