package org.saisei.registry.enrolment;

/** 判定, an assessment's outcome as the eligibility service names it. */
public enum Decision {
    ELIGIBLE,
    ELIGIBLE_WITH_CAUTION,
    NOT_RECOMMENDED,
    INELIGIBLE,
    INDETERMINATE;

    public boolean isEligible() {
        return this == ELIGIBLE || this == ELIGIBLE_WITH_CAUTION;
    }

    /** A clear no; {@link #INDETERMINATE} is none. */
    public boolean isAgainst() {
        return this == INELIGIBLE || this == NOT_RECOMMENDED;
    }
}
