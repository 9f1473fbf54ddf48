package org.saisei.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.saisei.systemtests.RuleTag.Reach;

/** Which rules of the source the project claims to do, and which tests show it. */
final class Traceability {
    static final String CLAIMS = "docs/rules-done.txt";
    static final String PAGE = "docs/traceability.md";

    /** Ids as a reader counts: S-P9 before S-P10, S-F1.6 before S-F2. */
    static final Comparator<String> BY_RULE = Comparator.comparing(Traceability::sortable);

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final List<String> claims;
    private final SortedMap<String, List<RuleTag>> tests = new TreeMap<>(BY_RULE);

    private Traceability(List<String> claims, List<RuleTag> tags) {
        this.claims = List.copyOf(claims);
        for (RuleTag tag : tags) {
            tests.computeIfAbsent(tag.rule(), rule -> new ArrayList<>()).add(tag);
        }
    }

    /** @param root the repository, or a folder laid out like it */
    static Traceability of(Path root) {
        try {
            List<String> claims = Files.readAllLines(root.resolve(CLAIMS)).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            return new Traceability(claims, RuleTag.readAll(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> rulesNamedByTests() {
        return tests.keySet();
    }

    List<String> claims() {
        return claims;
    }

    /** What the claims lack; empty if each is shown by a test that goes through HTTP or events. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String rule : claims) {
            if (!RuleTag.RULE_ID.matcher(rule).matches()) {
                problems.add("'" + rule + "' in " + CLAIMS + " is no rule id");
            } else if (!seen.add(rule)) {
                problems.add(rule + " is claimed twice");
            } else if (testsOf(rule).stream().noneMatch(test -> test.reach() != Reach.INSIDE)) {
                problems.add(rule + " is claimed in " + CLAIMS + " but no *IT or *E2E test is tagged with it");
            }
        }
        return problems;
    }

    /** The text of {@link #PAGE}. */
    String page() {
        var page = new StringBuilder("""
                # Rules and the tests that show them

                Generated from the tests' `@Tag`s and from `rules-done.txt`, the rules the project claims to do.
                Do not edit; rewrite it with
                `mvn -pl deploy/system-tests -am test -Dtest=TraceabilityTest -Dsurefire.failIfNoSpecifiedTests=false -Dsaisei.traceability.write=true`.

                **HTTP/events** marks a test that goes through a service's HTTP API or its events; *inside* marks one of plain Java.
                A claimed rule has at least one of the first kind, or the build fails.
                """);
        Set<String> rules = new LinkedHashSet<>(tests.keySet());
        rules.addAll(claims);
        rules.stream().sorted(BY_RULE).forEach(rule -> {
            page.append("\n## ").append(rule).append(claims.contains(rule) ? "" : " (not claimed)");
            page.append("\n\n");
            testsOf(rule).stream()
                    .map(Traceability::line)
                    .sorted()
                    .collect(Collectors.toCollection(LinkedHashSet::new))
                    .forEach(page::append);
        });
        return page.toString();
    }

    private List<RuleTag> testsOf(String rule) {
        return tests.getOrDefault(rule, List.of());
    }

    private static String line(RuleTag tag) {
        String mark = tag.reach() == Reach.INSIDE ? "*inside*" : "**HTTP/events**";
        return "- " + mark + " `" + tag.test() + "` (" + tag.module() + ")\n";
    }

    private static String sortable(String rule) {
        return NUMBER.matcher(rule)
                .replaceAll((MatchResult number) ->
                        "0".repeat(Math.max(0, 6 - number.group().length())) + number.group());
    }
}
