package org.saisei.eligibility.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Applies criteria, in the order of the catalogue. */
public final class Judge {
    private Judge() {}

    /** Patient criteria: one that does not bind at the stage says so. */
    public static List<Judged> patient(List<Criterion<Circumstances>> criteria, Circumstances circumstances) {
        var judged = new ArrayList<Judged>(criteria.size());
        for (var criterion : criteria) {
            judged.add(
                    criterion.info().bindsAt(circumstances.stage())
                            ? one(criterion, circumstances)
                            : Judged.of(
                                    criterion.info(),
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
        return judged(criterion, subject, criterion.judge(subject));
    }

    static <S> Judged judged(Criterion<S> criterion, S subject, Finding finding) {
        var info = criterion.info();
        var read = criterion.parameters();
        return subject instanceof Parameterised given && !read.isEmpty()
                ? Judged.of(
                        info,
                        finding,
                        given.parameters().ours(info.ours(), read),
                        given.parameters().of(read))
                : Judged.of(info, finding);
    }
}
