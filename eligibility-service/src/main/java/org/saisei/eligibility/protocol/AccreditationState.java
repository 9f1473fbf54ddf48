package org.saisei.eligibility.protocol;

/** How an accreditation stands on a day; {@link #ACCREDITED} alone is in force. */
public enum AccreditationState {
    ACCREDITED,
    SUSPENDED,
    WITHDRAWN,
    /** A fact that it rested on ended. */
    LAPSED
}
