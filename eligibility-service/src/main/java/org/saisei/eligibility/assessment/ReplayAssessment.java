package org.saisei.eligibility.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;

/**
 * An assessment is judged again from what was kept with it: the same protocol version, the same inputs, and exactly the
 * criteria that were judged then. One that this release has added to the version since is named and not judged.
 */
@ApplicationScoped
public class ReplayAssessment {
    private final ProtocolCatalogue protocols;

    ReplayAssessment(ProtocolCatalogue protocols) {
        this.protocols = protocols;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * @param same true if decision, coverage and every verdict come out as kept, whatever their wording
         * @param differences rule ids whose verdicts or values differ from those kept, or that this release does not have
         *     any more; in the order of the catalogue, the latter last
         * @param wordingDifferences rule ids of which nothing but wording or citation differs
         * @param notJudgedThen rule ids that were not judged when the assessment was decided
         */
        record Replayed(
                Result result,
                boolean same,
                List<String> differences,
                List<String> wordingDifferences,
                List<String> notJudgedThen)
                implements Outcome {
            public Replayed {
                differences = List.copyOf(differences);
                wordingDifferences = List.copyOf(wordingDifferences);
                notJudgedThen = List.copyOf(notJudgedThen);
            }
        }

        /** This release does not carry the protocol version that the assessment was decided under. */
        record VersionNotCarried() implements Outcome {}
    }

    public Outcome replay(Assessment assessment) {
        return protocols
                .version(assessment.protocol(), assessment.protocolVersion())
                .<Outcome>map(protocol -> replay(protocol, assessment))
                .orElseGet(Outcome.VersionNotCarried::new);
    }

    private static Outcome.Replayed replay(Protocol protocol, Assessment assessment) {
        var kept = byCriterion(assessment.result().verdicts());
        var judgedThen = protocol.patientCriteria().stream()
                .filter(criterion -> kept.containsKey(criterion.info().id()))
                .toList();
        var replayed = Result.of(protocol, judgedThen, assessment.circumstances(), assessment.declaration() != null);
        var differences = new ArrayList<String>();
        var wordingDifferences = new ArrayList<String>();
        for (var judged : replayed.verdicts()) {
            var before = Objects.requireNonNull(kept.get(judged.criterion()));
            if (!judged.saysTheSameAs(before)) {
                differences.add(judged.criterion());
            } else if (!judged.isWordedAs(before)) {
                wordingDifferences.add(judged.criterion());
            }
        }
        var judgedNow = byCriterion(replayed.verdicts()).keySet();
        kept.keySet().stream().filter(id -> !judgedNow.contains(id)).forEach(differences::add);
        var same = differences.isEmpty()
                && replayed.decision() == assessment.result().decision()
                && replayed.coverage() == assessment.result().coverage();
        return new Outcome.Replayed(
                replayed,
                same,
                differences,
                wordingDifferences,
                protocol.patientCriteria().stream()
                        .map(criterion -> criterion.info().id())
                        .filter(id -> !kept.containsKey(id))
                        .toList());
    }

    private static Map<String, Judged> byCriterion(List<Judged> verdicts) {
        return verdicts.stream()
                .collect(Collectors.toMap(
                        Judged::criterion, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
