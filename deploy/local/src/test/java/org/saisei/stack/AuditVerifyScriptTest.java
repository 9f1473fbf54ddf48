package org.saisei.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script says where it cannot look at anything: never that something was tampered with. */
class AuditVerifyScriptTest {
    private static final int CANNOT_BE_TOLD = 3;

    @TempDir
    private Path checkout;

    private Path local;

    @BeforeEach
    void copyTheScripts() throws IOException {
        local = Files.createDirectories(checkout.resolve("deploy/local"));
        for (var name : List.of("audit-verify", "launch", "find-jdk")) {
            Files.copy(Path.of(name), local.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Test
    void notBuilt() throws Exception {
        assertThat(run()).isEqualTo(CANNOT_BE_TOLD);
        assertThat(told()).contains("Not built yet").contains("nothing is said of the trail");
    }

    @Test
    void aJavaThatDoesNotStart() throws Exception {
        Files.createDirectories(local.resolve("target/lib"));
        Files.createFile(local.resolve("target/local-stack.jar"));

        assertThat(run()).isEqualTo(CANNOT_BE_TOLD);
        assertThat(told()).contains("nothing is said of the trail");
    }

    private int run() throws IOException, InterruptedException {
        var process = new ProcessBuilder(local.resolve("audit-verify").toString())
                .redirectErrorStream(true)
                .redirectOutput(checkout.resolve("told").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String told() throws IOException {
        return Files.readString(checkout.resolve("told"));
    }
}
