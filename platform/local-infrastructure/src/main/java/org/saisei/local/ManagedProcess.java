package org.saisei.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process with a log file, which can be stopped, killed and frozen, and which does not outlive this JVM.
 *
 * <p>Its standard output and error are appended to the log file; its standard input is empty.
 */
public final class ManagedProcess {

    private final String name;
    private final Process process;
    private final Path logFile;
    private final String stopSignal;

    private ManagedProcess(String name, Process process, Path logFile, String stopSignal) {
        this.name = name;
        this.process = process;
        this.logFile = logFile;
        this.stopSignal = stopSignal;
    }

    /** Starts a process that ends orderly on SIGTERM; see {@link #start(String, List, Map, Path, String)}. */
    public static ManagedProcess start(
            String name, List<String> command, Map<String, String> environment, Path logFile) {
        return start(name, command, environment, logFile, "TERM");
    }

    /**
     * Starts a process.
     *
     * @param name what people call it, for messages
     * @param environment added to this JVM's own environment
     * @param logFile created with its folders when missing, else continued
     * @param stopSignal the name of the signal at which the process ends orderly, e.g. {@code TERM}
     */
    public static ManagedProcess start(
            String name, List<String> command, Map<String, String> environment, Path logFile, String stopSignal) {
        try {
            Path folder = logFile.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(logFile.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Leash.hold(process.pid(), stopSignal);
            CompletableFuture<?> released = process.onExit().thenAccept(ended -> Leash.release(ended.pid()));
            if (released.isCompletedExceptionally()) {
                throw new IllegalStateException(name + " could not be put on the leash");
            }
            return new ManagedProcess(name, process, logFile, stopSignal);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started: " + command.get(0), e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path logFile() {
        return logFile;
    }

    /** The exit code; 128 + n after signal n. Only for a process that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Completes when the process has ended, however it did. */
    public CompletableFuture<ManagedProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /**
     * Waits for the process to end by itself; kills it when it has not after {@code patience}.
     *
     * @return its exit code
     */
    int await(Duration patience) {
        if (!ended(patience)) {
            kill();
        }
        return exitCode();
    }

    /** Asks the process to end and waits for it; kills it when it has not ended after {@code patience}. */
    public void stop(Duration patience) {
        signal("CONT");
        signal(stopSignal);
        if (!ended(patience)) {
            kill();
        }
    }

    /** Ends the process at once (SIGKILL), so that it can tidy nothing up. */
    public void kill() {
        process.destroyForcibly();
        if (!ended(Duration.ofSeconds(20))) {
            throw new IllegalStateException(name + " (pid " + pid() + ") does not die");
        }
    }

    /** Stops the process in its tracks (SIGSTOP): its connections stay open and it answers nobody. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a frozen process go on. */
    public void thaw() {
        signal("CONT");
    }

    /** Sends a signal by its name, e.g. {@code TERM}; nothing happens if the process has ended. */
    public void signal(String signal) {
        if (!process.isAlive()) {
            return;
        }
        try {
            // The shell's own kill: /bin/kill is missing on small systems.
            new ProcessBuilder("sh", "-c", "kill -\"$1\" \"$2\"", "sh", signal, Long.toString(pid()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending " + signal + " to " + name, e);
        }
    }

    /** The end of the log, at most {@code lines} lines. */
    public List<String> lastLogLines(int lines) {
        try {
            List<String> all = new String(Files.readAllBytes(logFile), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(" + logFile + " cannot be read: " + e.getMessage() + ")");
        }
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name + " to end", e);
        }
    }
}
