package org.saisei.eligibility.protocol;

import java.util.List;

/**
 * One criterion of a protocol. Looks at nothing but its argument, so that the same argument gives the same finding
 * years later.
 *
 * @param <S> what it is about: {@link FacilityOnDay}, {@link PhysicianOnDay}, {@link Circumstances} or
 *     {@link PlannedDose}
 */
public interface Criterion<S> {

    /** The same at every call. */
    CriterionInfo info();

    /** The protocol's parameters that its finding depends on. */
    default List<Parameter> parameters() {
        return List.of();
    }

    Finding judge(S subject);
}
