package org.saisei.systemtests.chaos.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saisei.kit.reconciliation.Anomaly;
import org.saisei.kit.reconciliation.Anomaly.Kind;

/**
 * What came of a check.
 *
 * @param anomalies each a rule that is broken, with ids of what breaks it
 * @param looked how much was looked at, by name
 */
public record Verdict(List<Anomaly> anomalies, Map<String, Long> looked) {

    public Verdict {
        anomalies = List.copyOf(anomalies);
        looked = Map.copyOf(looked);
    }

    public boolean isClean() {
        return anomalies.isEmpty();
    }

    public long total(Kind kind) {
        return anomalies.stream()
                .filter(anomaly -> anomaly.kind() == kind)
                .mapToLong(Anomaly::count)
                .sum();
    }

    /** For a person; the last line has the figures of all that is wrong. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var anomaly : anomalies) {
            lines.add("%s %d: %s".formatted(name(anomaly.kind()), anomaly.count(), anomaly.what()));
            anomaly.ids().forEach(id -> lines.add("    " + id));
        }
        lines.add("looked at: "
                + new TreeMap<>(looked)
                        .entrySet().stream()
                                .map(one -> one.getKey() + " " + one.getValue())
                                .collect(Collectors.joining(", ")));
        lines.add(lastLine());
        return List.copyOf(lines);
    }

    public String lastLine() {
        return Stream.of(Kind.values())
                .map(kind -> name(kind) + " " + total(kind))
                .collect(Collectors.joining(" "));
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case LOST -> "lost";
            case DUPLICATED -> "duplicated";
            case REORDERED -> "reordered";
            case UNSEEN -> "unseen";
            case HALF_APPLIED -> "half-applied";
        };
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
