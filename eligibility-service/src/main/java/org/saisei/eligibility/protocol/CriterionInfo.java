package org.saisei.eligibility.protocol;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a criterion stands in the catalogue.
 *
 * @param id rule id, e.g. {@code S-P5}; stable
 * @param scope what it is about
 * @param stages codes of the stages at which it binds; empty where stages do not apply
 * @param stagesOurs true if the stages are ours and not the source's
 * @param clause where the source says it, in the source's own numbering
 * @param reads JSON pointers of what it looks at: {@code /attestations}, {@code /links} and {@code /physicians} in the
 *     facility's record, the others in the request
 * @param ours what of it the source does not say and we decided; null if nothing
 */
public record CriterionInfo(
        String id,
        Scope scope,
        Kind kind,
        Set<String> stages,
        boolean stagesOurs,
        String clause,
        Text text,
        List<String> reads,
        @Nullable Text ours) {

    /** What a criterion is about. */
    public enum Scope {
        FACILITY,
        PHYSICIAN,
        PATIENT,
        PLAN
    }

    public CriterionInfo {
        stages = Set.copyOf(stages);
        reads = List.copyOf(reads);
    }

    /** A requirement on a facility's record. */
    public static CriterionInfo facility(String id, String clause, Text text, List<String> reads, @Nullable Text ours) {
        return new CriterionInfo(id, Scope.FACILITY, Kind.REQUIREMENT, Set.of(), false, clause, text, reads, ours);
    }

    /** A requirement on a physician. */
    public static CriterionInfo physician(
            String id, String clause, Text text, List<String> reads, @Nullable Text ours) {
        return new CriterionInfo(id, Scope.PHYSICIAN, Kind.REQUIREMENT, Set.of(), false, clause, text, reads, ours);
    }

    public boolean bindsAt(String stage) {
        return stages.isEmpty() || stages.contains(stage);
    }
}
