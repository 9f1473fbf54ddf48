package org.saisei.eligibility.assessment.http;

import java.util.List;
import org.saisei.eligibility.assessment.AssessmentOutcome;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.kit.http.Answer;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;

/** Why there is no assessment, as an answer. */
final class Refusals {

    private Refusals() {}

    static Answer answer(AssessmentOutcome.Refusal refusal) {
        return switch (refusal) {
            case AssessmentOutcome.AlreadyRecorded(var id) -> Answer.alreadyRecorded("/assessments/" + id);
            case AssessmentOutcome.Invalid(var faults) -> Answer.problem(Problem.invalid(errors(faults)));
            case AssessmentOutcome.Contradictory(var faults) -> Answer.problem(Problem.contradictory(errors(faults)));
            case AssessmentOutcome.NotThere(var pointer) ->
                Answer.problem(Problem.notFound()
                        .withErrors(List.of(new FieldError(pointer, "NOT_FOUND", "is not one of your facility's"))));
            case AssessmentOutcome.Superseded s ->
                Answer.problem(Problem.of(
                                409,
                                "already-superseded",
                                "The assessment does not stand any more.",
                                "Read the candidate's assessments again, and decide on what you see then.")
                        .withErrors(List.of(new FieldError("/supersedes", "SUPERSEDED", "has been superseded"))));
        };
    }

    private static List<FieldError> errors(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new FieldError(fault.pointer(), fault.rule(), fault.message()))
                .toList();
    }
}
