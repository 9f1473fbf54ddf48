package org.saisei.adverseevent.report;

/** WHO-UMC scale. */
public enum Causality {
    CERTAIN,
    PROBABLE,
    POSSIBLE,
    UNLIKELY,
    CONDITIONAL,
    UNASSESSABLE
}
