package org.saisei.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.assessment.Result;
import org.saisei.eligibility.protocol.stemirac.Stemirac;

/** What is compared must do the same work. */
class PeerTest {
    private final Stemirac protocol = new Stemirac();
    private final List<Case> cases = Case.generate(protocol, 5_000, 1);

    @Test
    void thePeerSaysOfEveryPatientWhatTheServiceSays() {
        var peer = new Peer();

        for (var one : cases) {
            assertThat(peer.judge(one.patient(), one.circumstances(), one.declared()))
                    .as("%s", one.facts())
                    .isEqualTo(Result.of(protocol, one.circumstances(), one.declared()));
        }
    }
}
