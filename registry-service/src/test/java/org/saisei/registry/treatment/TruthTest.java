package org.saisei.registry.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.registry.treatment.Histories.COLLECTED;
import static org.saisei.registry.treatment.Histories.INJURY;
import static org.saisei.registry.treatment.Histories.TODAY;
import static org.saisei.registry.treatment.Histories.dose;
import static org.saisei.registry.treatment.Histories.lot;
import static org.saisei.registry.treatment.Histories.marrow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruthTest {
    private static final String CELLS = "180000000";

    @Test
    void aFactFromTheInjuryToTodayCanBeTrue() {
        assertThat(rules(marrow(INJURY))).isEmpty();
        assertThat(rules(marrow(TODAY))).isEmpty();
    }

    @Test
    void nothingWasDoneBeforeTheInjury() {
        assertThat(rules(marrow(INJURY.minusDays(1)))).containsExactly("/collectedOn BEFORE_INJURY");
        assertThat(rules(lot("L-1", INJURY.minusDays(1)))).containsExactly("/manufacturedOn BEFORE_INJURY");
        assertThat(rules(dose("L-1", CELLS, INJURY.minusDays(1)))).contains("/administeredOn BEFORE_INJURY");
    }

    @Test
    void nothingWasDoneTomorrow() {
        assertThat(rules(marrow(TODAY.plusDays(1)))).containsExactly("/collectedOn IN_FUTURE");
        assertThat(rules(lot("L-1", TODAY.plusDays(1)))).containsExactly("/manufacturedOn IN_FUTURE");
        assertThat(rules(dose("L-1", CELLS, TODAY.plusDays(1)))).containsExactly("/administeredOn IN_FUTURE");
    }

    @Test
    void aWeightMeasuredLaterIsNotTheWeightAtTheAdministration() {
        assertThat(rules(dose("L-1", CELLS, LocalDate.of(2026, 5, 8))))
                .containsExactly("/weightMeasuredOn AFTER_ADMINISTRATION");
    }

    @Test
    void anAisOfTheFactIsNotFromAfterIt() {
        var collection = new Collection(
                Collection.Material.BONE_MARROW,
                COLLECTED,
                new BigDecimal("50"),
                List.of(),
                new Ais(Ais.Grade.A, COLLECTED.plusDays(1)));

        assertThat(rules(collection)).containsExactly("/ais/assessedOn AFTER_FACT");
    }

    @Test
    void anAdministrationOfWhichLittleIsKnownCanBeTrue() {
        assertThat(rules(new Administration("L-1", TODAY, null, null, null, null, null, null, null)))
                .isEmpty();
    }

    private List<String> rules(FactContent content) {
        return Truth.contradictions(content, INJURY, TODAY).stream()
                .map(one -> one.pointer() + " " + one.rule())
                .toList();
    }
}
