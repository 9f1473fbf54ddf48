package org.saisei.eligibility.protocol;

/** What one criterion says of one patient, facility or plan. */
public enum Verdict {
    MET,
    NOT_MET,
    ABSENT,
    PRESENT,
    WITHIN,
    OUTSIDE,
    /** Data are missing; never taken for a no. */
    UNKNOWN,
    /** The criterion does not bind this patient or stage. */
    NOT_APPLICABLE
}
