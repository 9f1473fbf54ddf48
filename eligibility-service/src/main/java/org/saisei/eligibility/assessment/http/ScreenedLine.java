package org.saisei.eligibility.assessment.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.Decision;
import org.saisei.eligibility.assessment.Result;
import org.saisei.eligibility.protocol.Coverage;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Verdict;
import org.saisei.kit.problem.Problem;

@Schema(
        name = "ScreenedLine",
        description = "One line of the answer: decision and what led to it, or the problem that kept it from being"
                + " judged.")
record ScreenedLine(
        @Schema(description = "Of the request, from 1, blank lines counted.")
        int line,

        @Nullable @Schema(description = "As sent; left out where the line could not be read.")
        String documentNumber,

        @Nullable String protocolVersion,
        @Nullable Decision decision,

        @Nullable @Schema(description = "Insurance coverage; left out at a stage that does not decide it.")
        Coverage coverage,

        @Nullable @Schema(description = "What stands against the patient, and guides (目安) not kept to.")
        List<NotSatisfied> notSatisfied,

        @Nullable
        @Schema(description = "JSON pointers of the fields that would settle what is unknown, as an assessment's.")
        List<String> missing,

        @Nullable @Schema(description = "Why the line was not judged, as the answer to a single assessment would say.")
        Problem problem) {

    @Schema(name = "NotSatisfied")
    record NotSatisfied(
            String criterion,
            Kind kind,
            Verdict verdict,
            Map<String, Object> values,

            @Schema(description = "Values of the parameters that it was judged with, by code.")
            Map<String, BigDecimal> parameters) {

        static NotSatisfied of(Judged judged) {
            return new NotSatisfied(
                    judged.criterion(), judged.kind(), judged.verdict(), judged.values(), judged.parameters());
        }
    }

    static ScreenedLine of(int line, String documentNumber, String protocolVersion, Result result) {
        return new ScreenedLine(
                line,
                documentNumber,
                protocolVersion,
                result.decision(),
                result.coverage(),
                result.verdicts().stream()
                        .filter(Judged::notSatisfied)
                        .map(NotSatisfied::of)
                        .toList(),
                result.missing(),
                null);
    }

    static ScreenedLine of(int line, @Nullable String documentNumber, Problem problem) {
        return new ScreenedLine(line, documentNumber, null, null, null, null, null, problem);
    }
}
