package org.saisei.kit.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one check has found. */
public final class Findings {
    private final Map<String, Long> measures = new LinkedHashMap<>();
    private final List<Anomaly> anomalies = new ArrayList<>();
    private boolean complete = true;

    /** Adds a figure that is no anomaly by itself, e.g. how many events were looked at. */
    public Findings measure(String name, long value) {
        measures.put(name, value);
        return this;
    }

    /**
     * Adds an anomaly, unless the list is empty.
     *
     * @param found what is wrong, each by its id
     */
    public Findings found(Anomaly.Kind kind, String what, List<String> found) {
        return found(kind, what, found.size(), found);
    }

    /** As {@link #found(Anomaly.Kind, String, List)}, where not all that were counted are listed. */
    public Findings found(Anomaly.Kind kind, String what, long count, List<String> some) {
        if (count > 0) {
            anomalies.add(new Anomaly(
                    kind, what, count, some.stream().limit(Scope.IDS).toList()));
        }
        return this;
    }

    /** Not all of the scope was looked at. */
    public Findings incomplete() {
        complete = false;
        return this;
    }

    public boolean isComplete() {
        return complete;
    }

    public Map<String, Long> measures() {
        return Map.copyOf(measures);
    }

    public List<Anomaly> anomalies() {
        return List.copyOf(anomalies);
    }
}
