package org.saisei.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Markdown, printed as it grows and kept in a file at the end. */
final class Report {
    private final StringBuilder text = new StringBuilder();

    void say(String line) {
        text.append(line).append('\n');
        System.out.println(line);
    }

    /** For whoever waits; not part of the report. */
    void progress(String line) {
        System.err.println("  " + line);
    }

    void row(Object... cells) {
        var line = new StringBuilder("|");
        for (var cell : cells) {
            line.append(' ').append(cell).append(" |");
        }
        say(line.toString());
    }

    void head(Object... cells) {
        row(cells);
        say("|" + " --- |".repeat(cells.length));
    }

    void write(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }
}
