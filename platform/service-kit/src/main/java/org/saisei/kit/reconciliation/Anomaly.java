package org.saisei.kit.reconciliation;

import java.util.List;

/**
 * Something that must not be.
 *
 * @param what in words, the same for every anomaly of the kind found by one check
 * @param count how many there are; at least as many as ids
 * @param ids some of them: event ids, {@code topic key}, or ids of the service's own; never a patient's
 */
public record Anomaly(Kind kind, String what, long count, List<String> ids) {

    /** The names that a checker of histories gives them. */
    public enum Kind {
        /** Committed or acknowledged, and not where it must be. */
        LOST,
        /** Two in the place of one. */
        DUPLICATED,
        /** After what it must come before. */
        REORDERED,
        /** Where it must be, and for longer than it takes not seen by whoever must see it. */
        UNSEEN,
        /** One part of what belongs together. */
        HALF_APPLIED
    }

    public Anomaly {
        ids = List.copyOf(ids);
    }
}
