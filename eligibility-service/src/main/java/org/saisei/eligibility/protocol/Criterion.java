package org.saisei.eligibility.protocol;

/**
 * One criterion of a protocol. Looks at nothing but its argument, so that the same argument gives the same finding
 * years later.
 *
 * @param <S> what it is about: {@link FacilityOnDay}, {@link PhysicianOnDay}, {@link Circumstances} or
 *     {@link PlannedDose}
 */
public interface Criterion<S> extends CatalogueEntry {

    Finding judge(S subject);
}
