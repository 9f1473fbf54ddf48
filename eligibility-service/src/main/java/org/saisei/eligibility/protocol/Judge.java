package org.saisei.eligibility.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Applies criteria, in the order of the catalogue. */
public final class Judge {
    /** Made once for each criterion: its wording is the same for every patient. */
    private static final Map<Criterion<?>, CriterionInfo> INFOS = new ConcurrentHashMap<>();

    private Judge() {}

    private static CriterionInfo info(Criterion<?> criterion) {
        var known = INFOS.get(criterion);
        return known != null ? known : INFOS.computeIfAbsent(criterion, Criterion::info);
    }

    /** Patient criteria: one that does not bind at the stage says so. */
    public static List<Judged> patient(List<Criterion<Circumstances>> criteria, Circumstances circumstances) {
        var judged = new ArrayList<Judged>(criteria.size());
        for (var criterion : criteria) {
            judged.add(
                    info(criterion).bindsAt(circumstances.stage())
                            ? one(criterion, circumstances)
                            : Judged.of(
                                    info(criterion),
                                    new Finding.NotApplicable(Map.of("stage", circumstances.stage()))));
        }
        return List.copyOf(judged);
    }

    public static <S> List<Judged> all(List<? extends Criterion<S>> criteria, S subject) {
        var judged = new ArrayList<Judged>(criteria.size());
        for (var criterion : criteria) {
            judged.add(one(criterion, subject));
        }
        return List.copyOf(judged);
    }

    public static <S> Judged one(Criterion<S> criterion, S subject) {
        return Judged.of(info(criterion), criterion.judge(subject));
    }
}
