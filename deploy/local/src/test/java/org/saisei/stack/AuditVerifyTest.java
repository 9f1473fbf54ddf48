package org.saisei.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How it is called; what it finds is shown with a stack. */
class AuditVerifyTest {
    private static final String HEAD = """
            {"service":"%s","number":1,"hash":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
            "origin":"1/00000001/2/3/4","rows":7,"sealedAt":"2026-11-22T03:00:04.1Z","at":"2026-11-22T04:00:00Z"}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private int run(String... arguments) {
        var out = new PrintStream(told, true, StandardCharsets.UTF_8);
        return AuditVerify.run(folder, List.of(arguments), out, out);
    }

    /**
     * Of a database that does not answer.
     *
     * @param service empty for none named
     */
    private int runWithHeads(String service, String heads) throws Exception {
        var arguments = List.of(
                "--url",
                "jdbc:postgresql://127.0.0.1:1/registry",
                "--user",
                "registry_sealer",
                "--password-file",
                file("password", "x"),
                "--heads",
                file("heads", heads));
        return run(Stream.concat(Stream.of(service).filter(named -> !named.isEmpty()), arguments.stream())
                .toArray(String[]::new));
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void whereNoStackRunsItSaysSo() {
        assertThat(run()).isEqualTo(AuditVerify.CALLED_WRONGLY);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("no stack is running here");
    }

    @Test
    void anUnknownServiceIsAnsweredWithThoseThereAre() {
        assertThat(run("billing")).isEqualTo(AuditVerify.CALLED_WRONGLY);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("billing").contains("registry-service");
    }

    @Test
    void anUnknownArgumentIsRefused() {
        assertThat(run("--deep")).isEqualTo(AuditVerify.CALLED_WRONGLY);
        assertThat(run("--deep", "yes")).isEqualTo(AuditVerify.CALLED_WRONGLY);
    }

    @Test
    void aDatabaseNeedsAUser() {
        assertThat(run("--url", "jdbc:postgresql://127.0.0.1:1/registry")).isEqualTo(AuditVerify.CALLED_WRONGLY);
    }

    @Test
    void headsOfSeveralServicesNeedTheOneThatIsMeant() throws Exception {
        var heads = HEAD.formatted("registry-service") + HEAD.formatted("eligibility-service");

        assertThat(runWithHeads("", heads)).isEqualTo(AuditVerify.CALLED_WRONGLY);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("name the SERVICE");
    }

    @Test
    void headsOfAnotherServiceOnlyAreNotLeftOutInSilence() throws Exception {
        assertThat(runWithHeads("registry-service", HEAD.formatted("eligibility-service")))
                .isEqualTo(AuditVerify.CALLED_WRONGLY);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("no head of registry-service");
    }

    @Test
    void headsWithoutAServiceAreNotHeldAgainstWhatMayBeAnothersDatabase() throws Exception {
        assertThat(runWithHeads("", HEAD.formatted("eligibility-service"))).isEqualTo(AuditVerify.CALLED_WRONGLY);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("name the SERVICE");
    }

    @Test
    void aFileWithoutHeadsProvesNothingAndIsRefused() throws Exception {
        assertThat(runWithHeads("", "nothing\n")).isEqualTo(AuditVerify.CALLED_WRONGLY);
    }

    @Test
    void aHalfWrittenHeadIsToldOfByItsLineAndNotCompared() throws Exception {
        var head = HEAD.formatted("registry-service");
        var heads = head + head.substring(0, 90) + head + "  \n" + head.replace("T03:", "T93:") + head;

        assertThat(runWithHeads("registry-service", heads)).isEqualTo(AuditVerify.OPEN);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("not compared")
                .contains("lines 2, 4\n");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNotCalledTampered() throws Exception {
        assertThat(runWithHeads("registry-service", HEAD.formatted("registry-service")))
                .isEqualTo(AuditVerify.OPEN);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("cannot be read");
    }
}
