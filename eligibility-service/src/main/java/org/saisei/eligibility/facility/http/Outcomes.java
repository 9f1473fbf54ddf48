package org.saisei.eligibility.facility.http;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.saisei.eligibility.facility.Accreditation;
import org.saisei.eligibility.facility.FacilityOutcome;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Preconditions;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;

/** What became of a statement, as an answer. */
final class Outcomes {

    private Outcomes() {}

    static <T> Answer answer(
            FacilityOutcome<T> outcome,
            String location,
            BiFunction<T, List<Accreditation.Granted>, Object> view,
            ToLongFunction<T> version) {
        return switch (outcome) {
            case FacilityOutcome.Created<T>(var now) ->
                Answer.created(location, view.apply(now, List.of())).version(version.applyAsLong(now));
            case FacilityOutcome.Changed<T>(var now, var lapsed) ->
                Answer.ok(view.apply(now, lapsed)).version(version.applyAsLong(now));
            case FacilityOutcome.Stale<T> stale -> Answer.problem(Preconditions.stale());
            case FacilityOutcome.UnknownFacility<T> unknown -> Answer.problem(Problem.notFound());
            case FacilityOutcome.Invalid<T>(var faults) -> Answer.problem(Problem.invalid(errors(faults)));
            case FacilityOutcome.Contradictory<T>(var faults) -> Answer.problem(Problem.contradictory(errors(faults)));
        };
    }

    static List<FieldError> errors(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new FieldError(fault.pointer(), fault.rule(), fault.message()))
                .toList();
    }
}
