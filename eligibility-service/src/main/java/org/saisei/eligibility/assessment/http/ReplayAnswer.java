package org.saisei.eligibility.assessment.http;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.Assessment;
import org.saisei.eligibility.assessment.Decision;
import org.saisei.eligibility.assessment.ReassessUnderVersion;
import org.saisei.eligibility.assessment.ReplayAssessment;
import org.saisei.eligibility.protocol.Coverage;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Verdict;

@Schema(name = "Replay")
record ReplayAnswer(
        UUID assessmentId,
        String protocolVersion,

        @Schema(description = "True if decision, coverage and every verdict come out as kept.")
        boolean same,

        @Schema(description = "Rule ids whose verdicts or values came out differently.")
        List<String> differences,

        @Schema(description = "Rule ids of which nothing but wording or citation differs from what was kept.")
        List<String> wordingDifferences,

        @Schema(description = "Rule ids that this release adds to the version; they were not judged then, nor now.")
        List<String> notJudgedThen,

        Decision decision,
        @Nullable Coverage coverage,
        List<Judged> verdicts) {

    static ReplayAnswer of(Assessment assessment, ReplayAssessment.Outcome.Replayed replay) {
        return new ReplayAnswer(
                assessment.assessmentId(),
                assessment.protocolVersion(),
                replay.same(),
                replay.differences(),
                replay.wordingDifferences(),
                replay.notJudgedThen(),
                replay.result().decision(),
                replay.result().coverage(),
                replay.result().verdicts());
    }

    /** Of {@code ?as=}. */
    @Schema(name = "WhatWouldChange")
    record UnderVersion(
            UUID assessmentId,
            String protocolVersion,
            @Schema(description = "The version of ?as=.") String as,

            @Schema(description = "True if decision, coverage and every verdict would be the same.")
            boolean same,

            Before<Decision> decision,
            Before<Coverage> coverage,
            List<CriterionChange> criteria,

            @Schema(description = "JSON pointers of kept facts that the version does not know; it looked past them.")
            List<String> factsIgnored,

            @Schema(description = "What it would come to, in full.")
            List<Judged> verdicts) {

        static UnderVersion of(Assessment assessment, ReassessUnderVersion.Outcome.Reassessed reassessed) {
            return new UnderVersion(
                    assessment.assessmentId(),
                    assessment.protocolVersion(),
                    reassessed.version(),
                    reassessed.same(),
                    new Before<>(
                            assessment.result().decision(), reassessed.result().decision()),
                    new Before<>(
                            assessment.result().coverage(), reassessed.result().coverage()),
                    reassessed.criteria().stream().map(CriterionChange::of).toList(),
                    reassessed.factsIgnored(),
                    reassessed.result().verdicts());
        }
    }

    @Schema(name = "BeforeAndAfter")
    record Before<T>(@Nullable T before, @Nullable T after) {}

    @Schema(name = "CriterionBeforeAndAfter")
    record CriterionChange(
            String criterion,

            @Nullable @Schema(description = "Absent for a criterion that was not judged.")
            Verdict before,

            @Nullable @Schema(description = "Absent for one that the version does not have.")
            Verdict after,

            @Schema(description = "True if the verdict differs, or what it looked at or misses.")
            boolean changed) {

        static CriterionChange of(ReassessUnderVersion.Change change) {
            return new CriterionChange(change.criterion(), change.before(), change.after(), !change.same());
        }
    }
}
