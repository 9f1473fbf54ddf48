package org.saisei.adverseevent.report.http;

import java.util.List;
import org.saisei.adverseevent.report.CompleteDraft;
import org.saisei.adverseevent.report.Objection;
import org.saisei.adverseevent.report.ReportAdverseEvent;
import org.saisei.adverseevent.report.SafetyCase;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Preconditions;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;

/** What the acts decided, as answers. */
final class CaseAnswers {
    private CaseAnswers() {}

    static Answer of(ReportAdverseEvent.Outcome outcome) {
        return switch (outcome) {
            case ReportAdverseEvent.Outcome.Recorded recorded -> created(recorded.opened());
            case ReportAdverseEvent.Outcome.AlreadyRecorded earlier ->
                Answer.alreadyRecorded("/cases/" + earlier.caseId());
            case ReportAdverseEvent.Outcome.Refused refused -> contradictory(refused.objections());
        };
    }

    static Answer of(CompleteDraft.Outcome outcome) {
        return switch (outcome) {
            case CompleteDraft.Outcome.Recorded recorded -> created(recorded.next());
            case CompleteDraft.Outcome.Unknown unknown -> Answer.problem(Problem.notFound());
            case CompleteDraft.Outcome.Stale stale -> Answer.problem(Preconditions.stale());
            case CompleteDraft.Outcome.NoDraft noDraft ->
                Answer.problem(Problem.of(
                        409,
                        "no-draft",
                        "The case is reported already.",
                        "Only a draft can be completed; follow-up versions of a reported case are not taken yet. Report"
                                + " what is new as a case of its own."));
            case CompleteDraft.Outcome.Refused refused -> contradictory(refused.objections());
        };
    }

    private static Answer created(SafetyCase recorded) {
        return Answer.created("/cases/" + recorded.header().caseId(), CaseView.acknowledging(recorded))
                .version(recorded.header().version());
    }

    private static Answer contradictory(List<Objection> objections) {
        return Answer.problem(Problem.contradictory(objections.stream()
                .map(objection -> new FieldError(objection.pointer(), objection.rule(), objection.message()))
                .toList()));
    }
}
