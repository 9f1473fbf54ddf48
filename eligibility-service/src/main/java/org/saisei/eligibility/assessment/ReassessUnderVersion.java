package org.saisei.eligibility.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.FactsDefinition.Reading;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.ParameterValues;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.eligibility.protocol.Verdict;

/**
 * What would change if a kept assessment had been decided under another version of its protocol: that version's criteria
 * and its parameters as they are on the assessment's day, on the facts and the accreditation that were kept. Decides
 * nothing.
 */
@ApplicationScoped
public class ReassessUnderVersion {
    private final ProtocolCatalogue protocols;
    private final ParameterValues parameters;

    ReassessUnderVersion(ProtocolCatalogue protocols, ParameterValues parameters) {
        this.protocols = protocols;
        this.parameters = parameters;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * @param version the other one
         * @param criteria those of the other version in its order, then those that it does not have
         * @param factsIgnored JSON pointers of kept facts that the other version does not know, or not with that value
         */
        record Reassessed(String version, Result result, boolean same, List<Change> criteria, List<String> factsIgnored)
                implements Outcome {
            public Reassessed {
                criteria = List.copyOf(criteria);
                factsIgnored = List.copyOf(factsIgnored);
            }
        }

        /** The protocol has no such version here. */
        record UnknownVersion() implements Outcome {}

        /** The version does not assess at the assessment's stage. */
        record UnknownStage() implements Outcome {}
    }

    /**
     * @param before null for a criterion that was not judged
     * @param after null for one that would not be judged
     * @param valuesDiffer true if what it looked at, or what it misses, differs, even where the verdict does not
     */
    public record Change(
            String criterion,
            @Nullable Verdict before,
            @Nullable Verdict after,
            boolean valuesDiffer) {

        public boolean same() {
            return before == after && !valuesDiffer;
        }
    }

    public Outcome reassess(Assessment assessment, String version) {
        var other = protocols.version(assessment.protocol(), version).orElse(null);
        if (other == null) {
            return new Outcome.UnknownVersion();
        }
        if (other.stage(assessment.circumstances().stage()).isEmpty()) {
            return new Outcome.UnknownStage();
        }
        return reassess(assessment, other);
    }

    private Outcome.Reassessed reassess(Assessment assessment, Protocol other) {
        var kept = assessment.circumstances();
        var result = Result.of(
                other,
                new Circumstances(
                        kept.stage(),
                        kept.assessedOn(),
                        kept.facts(),
                        kept.earlierStages(),
                        kept.accreditation(),
                        kept.responsiblePhysicianId(),
                        parameters.on(other, kept.assessedOn())),
                assessment.declaration() != null);
        var before = assessment.result();
        var criteria = changes(before.verdicts(), result.verdicts());
        var ignored = other.patientFacts().read(kept.facts().document()) instanceof Reading.Refused(var faults)
                ? faults.stream().map(Fault::pointer).toList()
                : List.<String>of();
        var same = before.decision() == result.decision()
                && before.coverage() == result.coverage()
                && criteria.stream().allMatch(Change::same);
        return new Outcome.Reassessed(other.version(), result, same, criteria, ignored);
    }

    private static List<Change> changes(List<Judged> before, List<Judged> after) {
        var changes = new ArrayList<Change>();
        for (var judged : after) {
            var then = find(before, judged.criterion());
            changes.add(new Change(
                    judged.criterion(),
                    then == null ? null : then.verdict(),
                    judged.verdict(),
                    then != null && !judged.saysTheSameAs(then)));
        }
        for (var judged : before) {
            if (find(after, judged.criterion()) == null) {
                changes.add(new Change(judged.criterion(), judged.verdict(), null, false));
            }
        }
        return changes;
    }

    private static @Nullable Judged find(List<Judged> verdicts, String criterion) {
        return verdicts.stream()
                .filter(judged -> judged.criterion().equals(criterion))
                .findFirst()
                .orElse(null);
    }
}
