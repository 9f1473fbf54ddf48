package org.saisei.eligibility.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;

/** An assessment is judged again from what was kept with it: the same protocol version, the same inputs. */
@ApplicationScoped
public class ReplayAssessment {
    private final ProtocolCatalogue protocols;

    ReplayAssessment(ProtocolCatalogue protocols) {
        this.protocols = protocols;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * @param differences rule ids whose verdicts, values or wording differ from those kept, in the order of the
         *     catalogue
         */
        record Replayed(Result result, boolean same, List<String> differences) implements Outcome {
            public Replayed {
                differences = List.copyOf(differences);
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
        var replayed = Result.of(protocol, assessment.circumstances(), assessment.declaration() != null);
        var kept = assessment.result().verdicts();
        var differences = new ArrayList<String>();
        replayed.verdicts().stream()
                .filter(judged -> !kept.contains(judged))
                .forEach(judged -> differences.add(judged.criterion()));
        kept.stream()
                .filter(judged -> replayed.verdicts().stream()
                        .noneMatch(other -> other.criterion().equals(judged.criterion())))
                .forEach(judged -> differences.add(judged.criterion()));
        return new Outcome.Replayed(replayed, replayed.equals(assessment.result()), differences);
    }
}
