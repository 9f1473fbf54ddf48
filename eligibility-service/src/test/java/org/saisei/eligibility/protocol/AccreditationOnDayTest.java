package org.saisei.eligibility.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccreditationOnDayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @ParameterizedTest
    @Tag("S-D1")
    @Tag("S-D2")
    @CsvSource(
            nullValues = "-",
            value = {
                "DR-ONE,  -,    S-D1",
                "DR-ONE,  S-D1, S-D1",
                "DR-BOTH, -,    -",
                "DR-BOTH, S-D1, S-D1",
                "DR-BOTH, S-D2, S-D2",
                "DR-ELSE, -,    -",
                "DR-ELSE, S-D1, -"
            })
    void aDecisionRestsOnARequirementThatIsKnownToBeMet(
            String physician, @Nullable String declared, @Nullable String requirement) {
        var accreditation = new AccreditationOnDay(
                "accreditation",
                DAY,
                null,
                AccreditationState.ACCREDITED,
                List.of(),
                List.of(),
                List.of(
                        new ResponsiblePhysician("DR-ONE", List.of("S-D1"), DAY, null),
                        new ResponsiblePhysician("DR-BOTH", List.of("S-D1", "S-D2"), DAY, null)),
                List.of(),
                List.of());

        assertThat(accreditation.requirementOf(physician, declared)).isEqualTo(requirement);
    }
}
