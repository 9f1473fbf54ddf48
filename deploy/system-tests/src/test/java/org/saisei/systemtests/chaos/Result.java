package org.saisei.systemtests.chaos;

import java.nio.file.Path;
import java.util.List;
import org.saisei.systemtests.chaos.history.Entry;

/**
 * What came of a run.
 *
 * @param folder where history and logs are, or were
 * @param answered commands whose outcome their client knows
 * @param faults in the order in which they ended
 * @param wrong what the run itself saw go wrong, apart from the verdict: something never came to rest, a repeat was answered in
 *     another way, a command was never sent
 */
record Result(
        Path folder, long answered, List<Entry.Fault> faults, List<String> wrong, Judge.Verdict verdict) {

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
