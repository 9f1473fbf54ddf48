package org.saisei.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keycloak's unpacked distribution, made ready once for the one configuration that is started here: Keycloak compiles its
 * build-time options into itself, which takes longer than a start.
 */
final class KeycloakDistribution {

    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(3);
    private static final String BUILT = "built";

    private final Path folder;

    private KeycloakDistribution(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes it ready if it is not yet; waits while another process does.
     *
     * @param parent the folder in which the distribution was unpacked and stands alone
     */
    static KeycloakDistribution ready(Path parent) {
        KeycloakDistribution distribution = new KeycloakDistribution(only(parent));
        Path lock = distribution.folder.resolve("build.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && !Files.exists(distribution.folder.resolve(BUILT))) {
                distribution.build();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak in " + parent + " cannot be made ready", e);
        }
        return distribution;
    }

    /** The libraries, also those made by the build. */
    Path libraries() {
        return folder.resolve("lib");
    }

    /**
     * Keycloak as a plain Java process, without its own script, which would stay between us and the process.
     *
     * @param home the folder of data, configuration and providers
     */
    List<String> command(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xms64m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Dfile.encoding=UTF-8",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                libraries().resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    private void build() throws IOException {
        ManagedProcess build = ManagedProcess.start(
                "Keycloak's build",
                command(folder, List.of("build", "--db=dev-file")),
                Map.of(),
                folder.resolve("build.log"));
        int code = build.await(BUILD_PATIENCE);
        if (code != 0) {
            throw new IllegalStateException("Keycloak's build ended with code " + code + "; the end of "
                    + build.logFile() + ":\n" + String.join("\n", build.lastLogLines(20)));
        }
        Files.createFile(folder.resolve(BUILT));
    }

    private static Path only(Path parent) {
        if (!Files.isDirectory(parent)) {
            throw new IllegalStateException("there is no Keycloak in " + parent + "; Maven puts it there");
        }
        try (Stream<Path> entries = Files.list(parent)) {
            List<Path> found = entries.filter(entry -> Files.exists(entry.resolve("lib/quarkus-run.jar")))
                    .toList();
            if (found.size() != 1) {
                throw new IllegalStateException(
                        "instead of one Keycloak there are " + found.size() + " in " + parent + "; remove that folder");
            }
            return found.getFirst().toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
