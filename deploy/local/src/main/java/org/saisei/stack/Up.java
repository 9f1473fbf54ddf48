package org.saisei.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.local.KeycloakServer;
import org.saisei.local.ManagedProcess;

/**
 * Runs the stack until it is told to stop or one of its processes ends.
 *
 * <p>Takes the state folder, the repository's root, {@code yes} to clear the state, and the pid of the script that
 * started it: when that one is gone, everything stops. Last, {@code yes} to have tokens from Keycloak.
 */
final class Up {

    private static final Duration READY_PATIENCE = Duration.ofSeconds(180);

    private final Path state;
    private final LocalStack stack;
    private final boolean withKeycloak;
    private final long started = System.nanoTime();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final BlockingQueue<ManagedProcess> ended = new LinkedBlockingQueue<>();

    private Up(Path repository, Path state, boolean withKeycloak) {
        this.state = state;
        this.withKeycloak = withKeycloak;
        this.stack = new LocalStack(repository, state, StackPorts.usual(Up::tellTaken));
    }

    public static void main(String[] arguments) throws IOException {
        // Kafka's client tells at length what it does.
        Logger.getLogger("").setLevel(Level.SEVERE);
        Path state = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path repository = Path.of(arguments[1]);
        long scriptPid = Long.parseLong(arguments[3]);
        Files.createDirectories(state);
        FileLock lock = lock(state);
        if (lock == null) {
            System.err.println("up: a stack is already running on " + state + "; stop it with Ctrl-C in its terminal.");
            System.exit(1);
        }
        if (arguments[2].equals("yes")) {
            clear(state);
            say("state cleared: empty databases, empty topics, new secrets");
        }
        Up up = new Up(repository, state, arguments[4].equals("yes"));
        Thread hook = new Thread(up::stopAll, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        ProcessHandle.of(scriptPid)
                .ifPresent(script -> script.onExit().thenRun(() -> {
                    say("the script that started this stack is gone");
                    System.exit(1);
                }));
        System.exit(up.run(scriptPid));
    }

    private int run(long scriptPid) {
        try {
            say("PostgreSQL and Kafka …");
            stack.startInfrastructure();
            watch(stack.postgres().process());
            watch(stack.kafka().process());
            say("PostgreSQL on port " + stack.postgres().port() + ", Kafka on port "
                    + stack.kafka().port() + " (" + seconds() + " s)");
            KeycloakServer keycloak = withKeycloak ? startKeycloak() : null;
            startServices();
            if (keycloak != null) {
                keycloak.awaitReady();
                DemoUsers.create(keycloak.admin(), DemoUsers.password(state));
                say("Keycloak is ready (" + seconds() + " s)");
            }
            StackFile.write(state, stack, scriptPid);
            UpTable.print(System.out, stack, state);
            System.out.println("ready in " + seconds() + " s; Ctrl-C stops everything");
            ManagedProcess first = ended.take();
            return stopping.get() ? 0 : tellEnd(first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (IllegalStateException | UncheckedIOException e) {
            if (stopping.get()) {
                return 0;
            }
            System.err.println("up: " + e.getMessage());
            return 1;
        }
    }

    private KeycloakServer startKeycloak() {
        say("Keycloak … (the first time it is built, which takes about half a minute)");
        KeycloakServer keycloak = stack.startKeycloak();
        watch(keycloak.process());
        say("Keycloak … (port " + keycloak.port() + ", log "
                + keycloak.process().logFile() + ")");
        return keycloak;
    }

    private void startServices() {
        List<Runnable> waiting = new ArrayList<>();
        for (ServiceName name : ServiceName.values()) {
            ServiceProcess service = stack.start(name, 1);
            watch(service.process());
            say(name.folder() + " … (port " + service.port() + ", log "
                    + service.process().logFile() + ")");
            waiting.add(() -> {
                service.awaitReady(READY_PATIENCE);
                say(name.folder() + " is ready (" + seconds() + " s)");
            });
        }
        AtOnce.run(waiting);
    }

    private void watch(ManagedProcess process) {
        CompletableFuture<Boolean> watching = process.onExit().thenApply(ended::add);
        if (watching.isCompletedExceptionally()) {
            throw new IllegalStateException(process.name() + " cannot be watched");
        }
    }

    private static int tellEnd(ManagedProcess process) {
        System.err.println("up: " + process.name() + " (pid " + process.pid() + ") has ended with code "
                + process.exitCode() + "; stopping everything. The end of " + process.logFile() + ":");
        process.lastLogLines(25).forEach(line -> System.err.println("    " + line));
        return 1;
    }

    private void stopAll() {
        stopping.set(true);
        say("stopping …");
        StackFile.remove(state);
        stack.close();
        say("stopped; data is kept in " + state);
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - started) / 1e9);
    }

    private static void tellTaken(String part, int port) {
        say("port " + port + " (" + part + ") is taken by "
                + PortHolder.describe(port).orElse("a process that cannot be named") + "; taking the next free one");
    }

    private static void say(String text) {
        System.out.println("up: " + text);
    }

    private static @Nullable FileLock lock(Path state) throws IOException {
        FileChannel channel =
                FileChannel.open(state.resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void clear(Path state) throws IOException {
        try (Stream<Path> all = Files.walk(state)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(state) && !path.equals(state.resolve("up.lock"))) {
                    Files.delete(path);
                }
            }
        }
    }
}
