package org.saisei.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TrialTest {

    @Test
    void hasTheSourcesThirteenCasesAndTheirCollectionDays() {
        assertThat(Trial.cases()).hasSize(13);
        Trial.Case fifth = Trial.cases().get(4);
        assertThat(fifth.injury()).isEqualTo(LocalDate.of(2026, 5, 5));
        assertThat(fifth.marrowDay()).isEqualTo(LocalDate.of(2026, 5, 27));
        assertThat(fifth.bloodDays()).hasSize(5);
        assertThat(Trial.cases().get(9).bloodDays()).hasSize(3);
    }

    @Test
    void letsAnaemiaStartOnABloodDayPainOnTheMarrowDayAndAllElseAfterTheAdministration() {
        for (Trial.Case trialCase : Trial.cases()) {
            for (Trial.Event event : trialCase.events()) {
                switch (event.termJa()) {
                    case "貧血" -> assertThat(trialCase.bloodDays()).contains(event.onset());
                    case "穿刺部位疼痛" -> assertThat(event.onset()).isEqualTo(trialCase.marrowDay());
                    default -> assertThat(event.onset()).isAfter(trialCase.administrationDay());
                }
            }
        }
        assertThat(Trial.cases().stream().mapToInt(one -> one.events().size()).sum())
                .isEqualTo(44);
    }

    @Test
    void makesLotsWithinWhatTheGuidelineAllows() {
        for (Trial.Case trialCase : Trial.cases()) {
            Patient patient = Patient.of(trialCase);
            assertThat(patient.cells()).isBetween(new BigDecimal("50000000"), patient.maxCells());
        }
        assertThat(Patient.of(Trial.cases().get(7)).maxCells()).isEqualByComparingTo("166332000");
    }
}
