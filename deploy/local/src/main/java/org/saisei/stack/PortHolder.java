package org.saisei.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Finds out who listens on a port, as far as this user may know. */
final class PortHolder {

    private static final String LISTENING = "0A";

    private PortHolder() {}

    /** Names the process as {@code pid 123: its command}; empty if it cannot be found. */
    static Optional<String> describe(int port) {
        return pid(port)
                .map(pid -> "pid " + pid
                        + ProcessHandle.of(pid)
                                .flatMap(process -> process.info()
                                        .commandLine()
                                        .or(() -> process.info().command()))
                                .map(command -> ": " + shortened(command))
                                .orElse(""));
    }

    /** Begin and end: of a Java program the end tells what it is. */
    private static String shortened(String command) {
        return command.length() <= 130
                ? command
                : command.substring(0, 40) + " … " + command.substring(command.length() - 80);
    }

    private static Optional<Long> pid(int port) {
        return Files.isDirectory(Path.of("/proc/self/fd")) ? fromProc(port) : fromLsof(port);
    }

    private static Optional<Long> fromProc(int port) {
        Set<String> sockets = new HashSet<>();
        String hexPort = String.format(Locale.ROOT, ":%04X", port);
        for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
            try {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] columns = line.strip().split("\\s+");
                    if (columns.length > 9 && columns[1].endsWith(hexPort) && columns[3].equals(LISTENING)) {
                        sockets.add("socket:[" + columns[9] + "]");
                    }
                }
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, sockets)) {
                    return Optional.of(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException | SecurityException notOurs) {
            return false;
        }
        return false;
    }

    private static Optional<Long> fromLsof(int port) {
        try {
            Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (!lsof.waitFor(5, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
            return answer.lines().findFirst().map(String::strip).map(Long::parseLong);
        } catch (IOException | NumberFormatException unknown) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
