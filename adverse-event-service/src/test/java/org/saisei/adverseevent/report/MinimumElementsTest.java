package org.saisei.adverseevent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
            new Reaction(new TermReference("SAISEI-TRIAL", "1.0", "ST-0001"), false, null, List.of(), null);

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
        assertThat(missing(PATIENT, new Reporter(null, null), SUSPECTS, REACTION, null))
                .containsExactly("/reporter");
        assertThat(missing(PATIENT, REPORTER, SUSPECTS, reaction(null, false), null))
                .containsExactly("/reaction");
    }

    @Test
    void aProfessionOrACodeOfTheFacilityIdentifiesTheReporter() {
        var profession = new Reporter(Reporter.Profession.PHYSICIAN, null);
        var code = new Reporter(null, "DR-0001");

        assertThat(missing(PATIENT, profession, SUSPECTS, REACTION, null)).isEmpty();
        assertThat(missing(PATIENT, code, SUSPECTS, REACTION, null)).isEmpty();
    }

    @Test
    void aTermOrTheReportersWordsOrACriterionOfSeriousnessTellsAReaction() {
        var words = reaction(null, true);
        var serious = reaction(null, false, SeriousnessCriterion.DEATH);
        var elsewhere = reaction(new TermReference("MedDRA/J", "20.0", "10015150"), false);

        assertThat(missing(PATIENT, REPORTER, SUSPECTS, words, null)).isEmpty();
        assertThat(missing(PATIENT, REPORTER, SUSPECTS, serious, null)).isEmpty();
        assertThat(missing(PATIENT, REPORTER, SUSPECTS, elsewhere, null)).isEmpty();
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
    void theLotDoesNotStandForAPatientWhereNoMalfunctionIsTold() {
        var lot = List.of(new Suspect(Suspect.Kind.PRODUCT, "LOT-1", null));

        assertThat(missing(null, REPORTER, lot, REACTION, null)).containsExactly("/patient");
    }

    @Test
    void harmAddedToAMalfunctionNeverMakesMoreMissing() {
        for (var patient : Arrays.asList(null, PATIENT)) {
            for (var reporter : Arrays.asList(null, REPORTER)) {
                for (var lot : Arrays.asList(null, "LOT-1")) {
                    for (var harm : List.of(REACTION, reaction(null, false), reaction(null, true))) {
                        var malfunction = new Malfunction(lot);

                        assertThat(missing(patient, reporter, SUSPECTS, harm, malfunction))
                                .hasSameSizeAs(missing(patient, reporter, SUSPECTS, null, malfunction));
                    }
                }
            }
        }
    }

    @Test
    void everythingMissingIsListedAtOnce() {
        assertThat(missing(null, null, List.of(), null, null))
                .containsExactly("/patient", "/reporter", "/suspects", "/reaction");
    }

    private static Reaction reaction(TermReference term, boolean verbatim, SeriousnessCriterion... seriousness) {
        return new Reaction(term, verbatim, null, List.of(seriousness), null);
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
