package org.saisei.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the peer's rules say of one patient: a verdict for each criterion, and what is missing. */
public final class Reasons {
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();

    record Verdict(String verdict, List<String> missing) {}

    public void add(String criterion, String verdict, String... missing) {
        if (verdicts.put(criterion, new Verdict(verdict, List.of(missing))) != null) {
            throw new IllegalStateException("two verdicts of " + criterion);
        }
    }

    Map<String, Verdict> verdicts() {
        return verdicts;
    }
}
