package org.saisei.eligibility.assessment.http;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.Assessment;
import org.saisei.eligibility.assessment.Decision;
import org.saisei.eligibility.assessment.ReplayAssessment;
import org.saisei.eligibility.protocol.Coverage;
import org.saisei.eligibility.protocol.Judged;

@Schema(name = "Replay")
record ReplayAnswer(
        UUID assessmentId,
        String protocolVersion,

        @Schema(description = "True if decision, coverage and every verdict come out as kept.")
        boolean same,

        @Schema(description = "Rule ids whose verdicts came out differently.")
        List<String> differences,

        Decision decision,
        @Nullable Coverage coverage,
        List<Judged> verdicts) {

    static ReplayAnswer of(Assessment assessment, ReplayAssessment.Outcome.Replayed replay) {
        return new ReplayAnswer(
                assessment.assessmentId(),
                assessment.protocolVersion(),
                replay.same(),
                replay.differences(),
                replay.result().decision(),
                replay.result().coverage(),
                replay.result().verdicts());
    }
}
