package org.saisei.eligibility.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.saisei.eligibility.protocol.ProtocolCatalogue;

/** An assessment is judged again from what was kept with it: the same protocol version, the same inputs. */
@ApplicationScoped
public class ReplayAssessment {
    private final ProtocolCatalogue protocols;

    ReplayAssessment(ProtocolCatalogue protocols) {
        this.protocols = protocols;
    }

    /** @param differences rule ids whose verdicts, values or wording differ from those kept, in the order of the catalogue */
    public record Replay(Result replayed, boolean same, List<String> differences) {}

    /** @throws IllegalStateException if this release no longer has the protocol version */
    public Replay replay(Assessment assessment) {
        var protocol = protocols
                .version(assessment.protocol(), assessment.protocolVersion())
                .orElseThrow(() -> new IllegalStateException("no protocol version " + assessment.protocolVersion()));
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
        return new Replay(replayed, replayed.equals(assessment.result()), List.copyOf(differences));
    }
}
