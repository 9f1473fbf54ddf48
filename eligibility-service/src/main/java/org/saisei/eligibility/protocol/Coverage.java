package org.saisei.eligibility.protocol;

/** Insurance coverage (保険適応). */
public enum Coverage {
    COVERED,
    NOT_COVERED,
    UNKNOWN
}
