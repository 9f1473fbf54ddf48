package org.saisei.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessIT {

    @Test
    void endsWithTheJvmThatStartedItEvenWhenThatIsKilled(@TempDir Path folder) throws Exception {
        Path pidFile = folder.resolve("child.pid");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Parent.class.getName(),
                        pidFile.toString())
                .inheritIO()
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(pidFile));
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).orElseThrow();
        assertThat(child.isAlive()).isTrue();

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(() -> !child.isAlive());
    }

    @Test
    void killsWhatDoesNotStopWhenAsked(@TempDir Path folder) {
        ManagedProcess stubborn = ManagedProcess.start(
                "stubborn",
                List.of("sh", "-c", "trap '' TERM; echo listening; while :; do sleep 0.1; done"),
                Map.of(),
                folder.resolve("log"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> stubborn.lastLogLines(1).contains("listening"));

        stubborn.stop(Duration.ofMillis(300));

        assertThat(stubborn.isAlive()).isFalse();
        assertThat(stubborn.exitCode()).isEqualTo(137);
    }

    /** Starts a child, writes its pid, and waits to be killed. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            Path pidFile = Path.of(arguments[0]);
            ManagedProcess child =
                    ManagedProcess.start("child", List.of("sleep", "600"), Map.of(), pidFile.resolveSibling("log"));
            Path written = Files.writeString(pidFile.resolveSibling("written"), Long.toString(child.pid()));
            Files.move(written, pidFile);
            child.onExit().join();
        }
    }
}
