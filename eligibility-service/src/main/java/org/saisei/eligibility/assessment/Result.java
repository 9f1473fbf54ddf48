package org.saisei.eligibility.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Coverage;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.Verdict;

/**
 * What an assessment comes to. Depends on nothing but what {@link #of} is given, so that the same inputs give the same
 * result years later.
 *
 * @param coverage null at a stage that does not decide it
 */
public record Result(Decision decision, @Nullable Coverage coverage, List<Judged> verdicts) {

    public Result {
        verdicts = List.copyOf(verdicts);
    }

    public static Result of(Protocol protocol, Circumstances circumstances, boolean declared) {
        return of(protocol, protocol.patientCriteria(), circumstances, declared);
    }

    /** @param criteria those of the protocol's patient criteria that are judged */
    static Result of(
            Protocol protocol, List<Criterion<Circumstances>> criteria, Circumstances circumstances, boolean declared) {
        var verdicts = Judge.patient(criteria, circumstances);
        return new Result(
                Decision.of(verdicts, declared),
                protocol.coverage(circumstances).orElse(null),
                verdicts);
    }

    /** JSON pointers of exactly the fields that would settle what is unknown and bears on the decision. */
    public List<String> missing() {
        return verdicts.stream()
                .filter(judged -> judged.kind() != Kind.ADVISORY)
                .flatMap(judged -> judged.missing().stream())
                .distinct()
                .toList();
    }

    /** Advisories outside their guide. */
    public List<Judged> warnings() {
        return verdicts.stream()
                .filter(judged -> judged.verdict() == Verdict.OUTSIDE)
                .toList();
    }
}
