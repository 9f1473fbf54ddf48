package org.saisei.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.saisei.local.ManagedProcess;

/** One replica of a service, as a process of its own. It keeps its ports and environment over restarts. */
public final class ServiceProcess {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final ServiceName service;
    private final int replica;
    private final int port;
    private final int managementPort;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path logFile;
    private ManagedProcess process;

    ServiceProcess(
            ServiceName service,
            int replica,
            int port,
            int managementPort,
            List<String> command,
            Map<String, String> environment,
            Path logFile) {
        this.service = service;
        this.replica = replica;
        this.port = port;
        this.managementPort = managementPort;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.logFile = logFile;
        this.process = launch();
    }

    public ServiceName service() {
        return service;
    }

    /** Its number among the replicas of its service, from 1. */
    public int replica() {
        return replica;
    }

    public int port() {
        return port;
    }

    /** Where requests go, without a slash at the end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where health and metrics are, without a slash at the end. */
    public URI managementUri() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** The present process: another one after each restart. */
    public ManagedProcess process() {
        return process;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the service says that it is ready.
     *
     * @throws IllegalStateException with the end of its log, if it ends or is not ready in time
     */
    public void awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(failure("ended while starting"));
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(failure("was not ready within " + patience.toSeconds() + " s"));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** True if it answers 200 at {@code /q/health/ready}. */
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(managementUri().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + service.folder(), e);
        }
    }

    /** Asks it to end (SIGTERM), as an operator's platform does. */
    public void stop() {
        process.stop(STOP_PATIENCE);
    }

    /** Ends it with SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** Freezes it (SIGSTOP): its connections stay open, it answers nobody. */
    public void freeze() {
        process.freeze();
    }

    /** Lets it go on after {@link #freeze()}. */
    public void thaw() {
        process.thaw();
    }

    /** Stops it if it runs, and starts it with the same ports; does not wait for it to be ready. */
    public void restart() {
        if (process.isAlive()) {
            stop();
        }
        process = launch();
    }

    private ManagedProcess launch() {
        return ManagedProcess.start(
                service.folder() + (replica == 1 ? "" : "-" + replica), command, environment, logFile);
    }

    private String failure(String what) {
        return process.name() + " " + what + "; the end of " + logFile + ":\n"
                + String.join("\n", process.lastLogLines(25));
    }
}
