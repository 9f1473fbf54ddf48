package org.saisei.registry.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private static final String PLANNING = "PLANNING";
    private static final String PRE_ADMINISTRATION = "PRE_ADMINISTRATION";

    @Property
    void theStandingIsTheSameWheneverTheEnrolmentIsMade(@ForAll @Size(max = 8) List<Decision> sequence) {
        var all = decisions(sequence);
        var enrolledAfterAll = Settlement.of(all, 0);

        for (int known = 0; known <= all.size(); known++) {
            var settlement = Settlement.of(all.subList(0, known), 0);
            for (var later : all.subList(known, all.size())) {
                settlement = settlement.on(later);
            }
            assertThat(settlement).as("enrolled after %s", known).isEqualTo(enrolledAfterAll);
        }
    }

    @Test
    void aLaterNoLeavesTheRegistrationAlsoWhenBothCameBeforeTheEnrolment() {
        var known = decisions(List.of(Decision.ELIGIBLE, Decision.INELIGIBLE));

        assertThat(Settlement.of(known, 0)).isEqualTo(new Settlement(new Standing.Registered(), known.getFirst()));
    }

    @Test
    void whatRefusedAnEarlierEnrolmentAndIsSupersededDoesNotRefuseTheNext() {
        var known = decisions(List.of(Decision.INELIGIBLE, Decision.ELIGIBLE));

        assertThat(Settlement.of(known, 1).standing()).isEqualTo(new Standing.Registered());
        assertThat(Settlement.of(known.subList(0, 1), 1).standing().code()).isEqualTo(Standing.Code.REFUSED);
    }

    @Test
    @Tag("S-R1")
    void aNoBeforeTheAdministrationOutlivesALaterYesAtPlanning() {
        var inForce = DecisionsInForce.of(List.of(
                decision(1, PLANNING, Decision.ELIGIBLE),
                decision(2, PRE_ADMINISTRATION, Decision.INELIGIBLE),
                decision(3, PLANNING, Decision.ELIGIBLE)));

        assertThat(inForce.areAgainst()).isTrue();
        assertThat(inForce.areEligible()).isFalse();
    }

    @Test
    @Tag("S-R1")
    void aNoIsUndoneByALaterYesOfItsOwnStage() {
        var inForce = DecisionsInForce.of(List.of(
                decision(2, PRE_ADMINISTRATION, Decision.NOT_RECOMMENDED),
                decision(1, PLANNING, Decision.ELIGIBLE),
                decision(3, PRE_ADMINISTRATION, Decision.ELIGIBLE_WITH_CAUTION)));

        assertThat(inForce.areAgainst()).isFalse();
        assertThat(inForce.areEligible()).isTrue();
    }

    @Test
    @Tag("S-R1")
    void theLatestStageReachedHasToBeEligible() {
        var planned = decision(3, PLANNING, Decision.ELIGIBLE);

        assertThat(DecisionsInForce.of(List.of(planned)).areEligible()).isTrue();
        assertThat(DecisionsInForce.of(List.of(planned, decision(2, PRE_ADMINISTRATION, Decision.INDETERMINATE)))
                        .areEligible())
                .isFalse();
        assertThat(DecisionsInForce.of(List.of()).areEligible()).isFalse();
    }

    private static List<CandidateDecision> decisions(List<Decision> sequence) {
        var all = new ArrayList<CandidateDecision>();
        for (var decision : sequence) {
            all.add(decision(all.size() + 1L, PLANNING, decision));
        }
        return all;
    }

    private static CandidateDecision decision(long sequence, String stage, Decision decision) {
        return new CandidateDecision(
                "assessment-" + sequence,
                "K7QH2M9XW4ZT0B5N",
                sequence,
                "F-1",
                null,
                "STEMIRAC",
                "2019-02-25",
                stage,
                decision,
                null,
                decision.isAgainst() ? List.of(new Reason("S-P2", "NOT_MET")) : List.of(),
                LocalDate.of(2026, 4, 10),
                null,
                Instant.EPOCH);
    }
}
