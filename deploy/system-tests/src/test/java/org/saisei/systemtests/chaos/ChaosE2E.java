package org.saisei.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The short version of {@code deploy/system-tests/chaos}, on a stack of its own. */
@ResourceLock("a stack of their own")
class ChaosE2E {
    private static final String CLEAN = "lost 0 duplicated 0 reordered 0 unseen 0 half-applied 0";

    @Test
    void nothingAnsweredIsLostNothingHappensTwiceAndNothingChangesItsOrder() throws Exception {
        var result = new Run(Options.of(List.of("--minutes", "1.5", "--seed", "1")), System.out).go();

        assertThat(result.wrong()).isEmpty();
        assertThat(result.verdict().lastLine()).as(result.verdict()::toString).isEqualTo(CLEAN);
        assertThat(result.unused()).as("commands that no client sends").isEmpty();
        assertThat(result.faults()).hasSizeGreaterThan(10);
        assertThat(result.percentInFlight()).isGreaterThanOrEqualTo(60);
    }
}
