package org.saisei.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Waits for a started process to answer. */
final class Waiting {

    private Waiting() {}

    /**
     * Asks every 50 ms until the answer is yes.
     *
     * @param answers an exception counts as no
     * @throws IllegalStateException with the end of the log, if the process ends or {@code patience} does
     */
    static void until(Duration patience, ManagedProcess process, Callable<Boolean> answers) {
        long deadline = System.nanoTime() + patience.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw failure(process, "ended while starting", last);
            }
            try {
                if (answers.call()) {
                    return;
                }
            } catch (Exception notYet) {
                last = notYet;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        process.kill();
        throw failure(process, "did not answer within " + patience.toSeconds() + " s", last);
    }

    private static IllegalStateException failure(ManagedProcess process, String what, @Nullable Exception cause) {
        return new IllegalStateException(
                process.name() + " " + what + "; the end of " + process.logFile() + ":\n"
                        + String.join("\n", process.lastLogLines(20)),
                cause);
    }
}
