package org.saisei.adverseevent.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.TermReference;

/**
 * What happened to the patient.
 *
 * @param term as it was sent, of a list that need not be held here; null while not coded
 * @param verbatim the reporter's own words were given; they stand sealed among the {@link CaseTexts}
 * @param onsetOn calendar day in Japan
 * @param seriousness in the order of the enum, each once; empty means not serious
 * @param severityGrade CTCAE, 1 to 5; grade 5 is death, and counts as that criterion whether it was named or not (ours)
 */
public record Reaction(
        @Nullable TermReference term,
        boolean verbatim,
        @Nullable LocalDate onsetOn,
        List<SeriousnessCriterion> seriousness,
        @Nullable Integer severityGrade) {
    private static final int DEATH_GRADE = 5;

    public Reaction {
        var named = seriousness.stream();
        var graded = severityGrade != null && severityGrade == DEATH_GRADE
                ? Stream.of(SeriousnessCriterion.DEATH)
                : Stream.<SeriousnessCriterion>empty();
        seriousness = Stream.concat(named, graded).distinct().sorted().toList();
    }

    /** Whether anything at all is said of what happened: in a code, in the reporter's words, or by how bad it was. */
    public boolean tells() {
        return term != null || verbatim || !seriousness.isEmpty();
    }
}
