package org.saisei.eligibility.protocol;

import java.util.List;
import java.util.Map;

/** Applies criteria, in the order of the catalogue. */
public final class Judge {

    private Judge() {}

    /** Patient criteria: one that does not bind at the stage says so. */
    public static List<Judged> patient(List<Criterion<Circumstances>> criteria, Circumstances circumstances) {
        return criteria.stream()
                .map(criterion -> criterion.info().bindsAt(circumstances.stage())
                        ? one(criterion, circumstances)
                        : Judged.of(
                                criterion.info(), new Finding.NotApplicable(Map.of("stage", circumstances.stage()))))
                .toList();
    }

    public static <S> List<Judged> all(List<? extends Criterion<S>> criteria, S subject) {
        return criteria.stream().map(criterion -> one(criterion, subject)).toList();
    }

    public static <S> Judged one(Criterion<S> criterion, S subject) {
        return Judged.of(criterion.info(), criterion.judge(subject));
    }
}
