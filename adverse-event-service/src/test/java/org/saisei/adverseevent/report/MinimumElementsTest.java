package org.saisei.adverseevent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.adverseevent.dictionary.TermReference;

@Tag("S-A1")
@NullUnmarked
class MinimumElementsTest {
    private static final PatientReference PATIENT = new PatientReference("401273651826", null, false);
    private static final Reporter REPORTER = new Reporter(Reporter.Profession.PHYSICIAN, "DR-0001");
    private static final List<Suspect> SUSPECTS = List.of(new Suspect(Suspect.Kind.PRODUCT, null, null));
    private static final Reaction REACTION =
            new Reaction(new TermReference("SAISEI-TRIAL", "1.0", "ST-0001"), null, List.of(), null);

    @Test
    void aReportWithTheFourElementsLacksNothing() {
        assertThat(missing(PATIENT, REPORTER, SUSPECTS, REACTION, null)).isEmpty();
    }

    @Test
    void eachElementIsAskedForByItsPlaceInTheReport() {
        assertThat(missing(null, REPORTER, SUSPECTS, REACTION, null)).containsExactly("/patient");
        assertThat(missing(PATIENT, null, SUSPECTS, REACTION, null)).containsExactly("/reporter");
        assertThat(missing(PATIENT, REPORTER, List.of(), REACTION, null)).containsExactly("/suspects");
        assertThat(missing(PATIENT, REPORTER, SUSPECTS, null, null)).containsExactly("/reaction");
    }

    @Test
    void anEmptyElementCountsAsMissing() {
        assertThat(missing(new PatientReference(null, null, false), REPORTER, SUSPECTS, REACTION, null))
                .containsExactly("/patient");
        assertThat(missing(PATIENT, new Reporter(Reporter.Profession.PHYSICIAN, null), SUSPECTS, REACTION, null))
                .containsExactly("/reporter/reference");
        assertThat(missing(PATIENT, REPORTER, SUSPECTS, new Reaction(null, null, List.of(), null), null))
                .containsExactly("/reaction/term");
    }

    @Test
    void theReportersOwnReferenceIdentifiesThePatient() {
        assertThat(missing(new PatientReference(null, null, true), REPORTER, SUSPECTS, REACTION, null))
                .isEmpty();
    }

    @Test
    void theLotStandsForThePatientOfAMalfunctionWithoutHarm() {
        assertThat(missing(null, REPORTER, SUSPECTS, null, new Malfunction("LOT-1")))
                .isEmpty();
        assertThat(missing(null, REPORTER, SUSPECTS, null, new Malfunction(null)))
                .containsExactly("/malfunction/lotNumber");
    }

    @Test
    void theLotDoesNotStandForAPatientWhoWasHarmed() {
        assertThat(missing(null, REPORTER, SUSPECTS, REACTION, new Malfunction("LOT-1")))
                .containsExactly("/patient");
    }

    @Test
    void everythingMissingIsListedAtOnce() {
        assertThat(missing(null, null, List.of(), null, null))
                .containsExactly("/patient", "/reporter", "/suspects", "/reaction");
    }

    private static List<String> missing(
            PatientReference patient,
            Reporter reporter,
            List<Suspect> suspects,
            Reaction reaction,
            Malfunction malfunction) {
        return MinimumElements.missing(new CaseContent(null, null, patient, reporter, suspects, reaction, malfunction));
    }
}
