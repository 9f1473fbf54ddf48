package org.saisei.adverseevent.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.TermReference;

/**
 * What happened to the patient.
 *
 * @param term null while not coded
 * @param onsetOn calendar day in Japan
 * @param seriousness in the order of the enum, each once; empty means not serious
 * @param severityGrade CTCAE, 1 to 5
 */
public record Reaction(
        @Nullable TermReference term,
        @Nullable LocalDate onsetOn,
        List<SeriousnessCriterion> seriousness,
        @Nullable Integer severityGrade) {

    public Reaction {
        seriousness = seriousness.stream().distinct().sorted().toList();
    }
}
