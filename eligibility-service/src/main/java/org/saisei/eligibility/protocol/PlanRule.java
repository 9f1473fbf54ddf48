package org.saisei.eligibility.protocol;

/** A rule on an administration as it is planned. */
public interface PlanRule extends Criterion<PlanOnDay> {

    /** What stands against a plan that does not satisfy it; asked of no other. */
    Objection objection(PlanOnDay plan);

    /** @param pointer JSON pointer of the field of the plan to change */
    record Objection(String pointer, Text reason) {}
}
