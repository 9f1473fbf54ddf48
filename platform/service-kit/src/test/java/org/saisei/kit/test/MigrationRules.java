package org.saisei.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a migration must not do to the release that still runs beside it. */
public final class MigrationRules {
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final String NAME = "[\\w.\"]+";
    private static final Pattern TABLE = Pattern.compile(
            "\\bCREATE\\s+(?:UNLOGGED\\s+)?TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(" + NAME + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INDEX = Pattern.compile(
            "\\bCREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+(?<concurrently>CONCURRENTLY\\s+)?(?:IF\\s+NOT\\s+EXISTS\\s+)?"
                    + "(?:(?!ON\\b)" + NAME + "\\s+)?ON\\s+(?:ONLY\\s+)?(?<table>" + NAME + ")",
            Pattern.CASE_INSENSITIVE);

    private MigrationRules() {}

    /**
     * Checks the migrations of the module in whose folder the test runs.
     *
     * @param landed file names of migrations that are older than the rules, and stay as they are
     */
    public static void check(String... landed) throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/db"))) {
            var migrations = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            assertThat(migrations).as("migrations").isNotEmpty();
            for (var file : migrations) {
                if (!Set.of(landed).contains(file.getFileName().toString())) {
                    assertThat(faults(Files.readString(file)))
                            .as(file.getFileName().toString())
                            .isEmpty();
                }
            }
        }
    }

    /** @param sql of one migration */
    static List<String> faults(String sql) {
        var statements = COMMENT.matcher(sql).replaceAll(" ");
        var made =
                TABLE.matcher(statements).results().map(table -> table.group(1)).collect(Collectors.toSet());
        return INDEX.matcher(statements)
                .results()
                .filter(index -> index.group("concurrently") == null && !made.contains(index.group("table")))
                .map(MatchResult::group)
                .map(index -> "blocks whoever writes to the table until it is built: " + index)
                .toList();
    }
}
