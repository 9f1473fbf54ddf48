package org.saisei.systemtests.chaos.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.Findings;

/**
 * Two places that have to say the same.
 *
 * @param what of what, e.g. {@code decisions, at registry-service as at eligibility-service}
 * @param ifMissing what it is called if only the first place has something
 * @param said in the first place: a state, or how many, by id
 * @param known in the second
 */
record Agreement(String what, Kind ifMissing, Map<String, String> said, Map<String, String> known) {

    Agreement {
        said = Map.copyOf(said);
        known = Map.copyOf(known);
    }

    void judge(Findings findings) {
        var missing = new ArrayList<String>();
        var twice = new ArrayList<String>();
        var different = new ArrayList<String>();
        said.forEach((id, state) -> {
            var other = known.get(id);
            if (other == null) {
                missing.add(id);
            } else if (isCount(state) && isCount(other) && Long.parseLong(other) > Long.parseLong(state)) {
                twice.add(id);
            } else if (!other.equals(state)) {
                different.add(id + " " + state + " " + other);
            }
        });
        var ownerless =
                known.keySet().stream().filter(id -> !said.containsKey(id)).toList();
        findings.found(ifMissing, what + ": in the first place only", sorted(missing))
                .found(Kind.DUPLICATED, what + ": more often than it happened", sorted(twice))
                .found(Kind.HALF_APPLIED, what + ": not alike", sorted(different))
                .found(Kind.HALF_APPLIED, what + ": in the second place only", sorted(ownerless));
    }

    private static boolean isCount(String state) {
        return !state.isEmpty() && state.length() < 10 && state.chars().allMatch(Character::isDigit);
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }
}
