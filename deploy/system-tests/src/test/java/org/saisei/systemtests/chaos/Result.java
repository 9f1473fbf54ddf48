package org.saisei.systemtests.chaos;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.saisei.systemtests.chaos.check.Verdict;
import org.saisei.systemtests.chaos.history.Entry;

/**
 * What came of a run.
 *
 * @param folder where history and logs are, or were
 * @param answered commands whose outcome their client knows
 * @param faults in the order in which they ended
 * @param unused commands of the services that no client has sent, which a short run may not come to
 * @param wrong what the run itself saw go wrong, apart from the verdict: something never came to rest, a repeat was answered in
 *     another way
 */
record Result(
        Path folder, long answered, List<Entry.Fault> faults, Set<String> unused, List<String> wrong, Verdict verdict) {

    boolean isClean() {
        return wrong.isEmpty() && verdict.isClean();
    }

    /** Of a hundred faults, those that began while commands were sent and not answered. */
    long percentInFlight() {
        return faults.isEmpty()
                ? 0
                : 100 * faults.stream().filter(fault -> fault.inFlight() > 0).count() / faults.size();
    }
}
