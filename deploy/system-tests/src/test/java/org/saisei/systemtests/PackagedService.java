package org.saisei.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.saisei.local.ManagedProcess;
import org.saisei.stack.ServiceName;

/** A packaged service started with an environment of its own, to see how it starts, or that it does not. */
final class PackagedService implements AutoCloseable {
    private final ManagedProcess process;

    private PackagedService(ManagedProcess process) {
        this.process = process;
    }

    /** @param environment all that it is told; what the stack of the other tests would add is not there */
    static PackagedService start(ServiceName service, Map<String, String> environment, Path log) {
        var runnable = Repository.root().resolve(service.folder()).resolve("target/quarkus-app/quarkus-run.jar");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                runnable.toString());
        return new PackagedService(ManagedProcess.start(service.folder(), command, environment, log));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code ps} shows it. */
    String commandLine() {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException elsewhere) {
            return ProcessHandle.of(process.pid())
                    .flatMap(handle -> handle.info().commandLine())
                    .orElse("");
        }
    }

    /** All that it has written. */
    String log() {
        try {
            return Files.readString(process.logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has ended by itself. */
    void awaitEnd(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("it goes on: " + String.join("\n", process.lastLogLines(20)), e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(15));
    }
}
