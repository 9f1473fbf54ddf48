package org.saisei.eligibility.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges as {@link Judge} does, but for one criterion, which is satisfied whatever is the case; and ranks as a {@link
 * PriorityRule} does that puts nobody first.
 */
public final class TakenOut {
    private static @Nullable String criterion;

    private TakenOut() {}

    /** @param ruleId null for none */
    public static void takeOut(@Nullable String ruleId) {
        criterion = ruleId;
    }

    public static <S> Judged one(Criterion<S> asked, S subject) {
        return Judge.judged(
                asked,
                subject,
                asked.info().id().equals(criterion) ? new Finding.Satisfied(Map.of(), null) : asked.judge(subject));
    }

    public static List<Set<String>> noGroups() {
        return List.of();
    }
}
