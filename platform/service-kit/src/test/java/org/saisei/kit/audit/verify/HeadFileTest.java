package org.saisei.kit.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken for a head, and what is only told of. */
class HeadFileTest {
    private static final Head HEAD = new Head(
            "registry-service",
            33,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "7711077398000943226/00000001/16395/17254/1795375231193147",
            274,
            Instant.parse("2026-11-22T19:30:07.249522Z"));
    private static final String LINE = HEAD.toJson(Instant.parse("2026-11-22T19:30:07.891216116Z"));

    @TempDir
    private Path folder;

    private HeadFile of(String text) throws IOException {
        return HeadFile.read(Files.writeString(folder.resolve("heads.jsonl"), text));
    }

    @Test
    void headsAreReadInTheirOrder() throws IOException {
        var next = new Head("registry-service", 34, HEAD.hash(), HEAD.origin(), 280, HEAD.sealedAt());

        assertThat(of(LINE + "\n" + next.toJson(Instant.EPOCH) + "\n")).isEqualTo(HeadFile.of(HEAD, next));
    }

    @Test
    void aLogsOtherLinesArePassedOver() throws IOException {
        assertThat(of("2026-11-22T19:30:07Z INFO  audit head " + LINE + "\n{\"level\":\"INFO\"}\n\nstarted\n"))
                .isEqualTo(HeadFile.of(HEAD));
    }

    @Test
    void aLineCutAnywhereIsNoHead() throws IOException {
        for (int length = 1; length < LINE.length(); length++) {
            var file = of(LINE.substring(0, length) + "\n");

            assertThat(file.heads()).as("cut after %d", length).isEmpty();
            assertThat(file.unread()).as("cut after %d", length).containsExactly(1L);
        }
    }

    @Test
    void aHeadThatBeginsBehindPartOfAnotherOnItsLineIsNotTakenForEither() throws IOException {
        for (int length = 12; length <= LINE.length(); length++) {
            var file = of(LINE + "\n" + LINE.substring(0, length) + LINE + "\n");

            assertThat(file.heads()).as("glued after %d", length).containsExactly(HEAD);
            assertThat(file.unread()).as("glued after %d", length).containsExactly(2L);
        }
    }

    @Test
    void aMomentThatIsNoneIsNoHead() throws IOException {
        var file = of(LINE.replace("2026-11-22T19:30:07.249522Z", "2026-11-32T19:30:07.249522Z"));

        assertThat(file.heads()).isEmpty();
        assertThat(file.unread()).containsExactly(1L);
    }

    @Test
    void bytesThatAreNoTextDoNotHideTheHeadsAroundThem() throws IOException {
        var file = folder.resolve("heads.jsonl");
        Files.write(file, new byte[] {(byte) 0xe3, (byte) 0x81, '\n'});
        HeadFile.append(file, LINE);

        assertThat(HeadFile.read(file)).isEqualTo(HeadFile.of(HEAD));
    }

    @Test
    void aHeadIsAppendedOnALineOfItsOwnAlsoBehindOneThatCouldNotBeWrittenToItsEnd() throws IOException {
        var file = folder.resolve("deep/heads.jsonl");
        HeadFile.append(file, LINE);
        HeadFile.append(file, LINE);
        cut(file);

        HeadFile.append(file, LINE);

        assertThat(HeadFile.read(file).heads()).containsExactly(HEAD, HEAD);
        assertThat(HeadFile.read(file).unread()).containsExactly(2L);
    }

    private static void cut(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.US_ASCII);
        Files.writeString(file, text.substring(0, text.length() - 100));
    }
}
