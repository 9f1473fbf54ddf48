package org.saisei.adverseevent.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class ExposureTest {
    private static final KnownSubject SUBJECT = new KnownSubject("S-1", "C-1", "F-1", "STEMIRAC");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-04-09, BEFORE_COLLECTION",
        "2026-04-10, COLLECTION",
        "2026-04-15, COLLECTION",
        "2026-04-20, COLLECTION",
        "2026-04-21, MANUFACTURE",
        "2026-05-21, MANUFACTURE",
        "2026-05-22, ADMINISTRATION",
        "2026-05-23, FOLLOW_UP"
    })
    void aDayLiesInOnePhaseOfATreatmentFromDayToDay(LocalDate day, TreatmentPhase phase) {
        var exposure = exposure(
                fact(FactKind.COLLECTION, "2026-04-20"),
                fact(FactKind.COLLECTION, "2026-04-10"),
                fact(FactKind.PRODUCT, "2026-05-20"),
                fact(FactKind.ADMINISTRATION, "2026-05-22"));

        assertThat(exposure.phaseOn(day)).contains(phase);
    }

    @Test
    void aSubjectWithoutAnyFactIsBeforeTheCollection() {
        assertThat(exposure().phaseOn(LocalDate.parse("2026-04-10"))).contains(TreatmentPhase.BEFORE_COLLECTION);
    }

    @Test
    void beforeAnAdministrationWithoutKnownCollectionsThePhaseIsNotKnown() {
        var exposure = exposure(fact(FactKind.ADMINISTRATION, "2026-05-22"));

        assertThat(exposure.phaseOn(LocalDate.parse("2026-05-21"))).isEmpty();
        assertThat(exposure.phaseOn(LocalDate.parse("2026-05-23"))).contains(TreatmentPhase.FOLLOW_UP);
    }

    private static Exposure exposure(TreatmentFact... facts) {
        return new Exposure(SUBJECT, Stream.of(facts).toList());
    }

    private static TreatmentFact fact(FactKind kind, String day) {
        return new TreatmentFact(kind + day, kind, LocalDate.parse(day), null);
    }
}
