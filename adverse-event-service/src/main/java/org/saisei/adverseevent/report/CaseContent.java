package org.saisei.adverseevent.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything coded in one version of a case. Holds nothing written freely: that is in {@link CaseTexts}.
 *
 * @param awareOn day on which the facility became aware, calendar day in Japan
 */
public record CaseContent(
        @Nullable String protocol,
        @Nullable LocalDate awareOn,
        @Nullable PatientReference patient,
        @Nullable Reporter reporter,
        List<Suspect> suspects,
        @Nullable Reaction reaction,
        @Nullable Malfunction malfunction) {

    public CaseContent {
        suspects = List.copyOf(suspects);
    }

    public List<SeriousnessCriterion> seriousness() {
        return reaction == null ? List.of() : reaction.seriousness();
    }

    /** Serious (重篤) exactly when a criterion of ICH E2A is named. */
    public boolean serious() {
        return !seriousness().isEmpty();
    }

    public @Nullable LocalDate onsetOn() {
        return reaction == null ? null : reaction.onsetOn();
    }

    public @Nullable String subjectNamed() {
        return patient == null ? null : patient.subjectId();
    }

    public @Nullable String candidateNamed() {
        return patient == null ? null : patient.candidateId();
    }
}
