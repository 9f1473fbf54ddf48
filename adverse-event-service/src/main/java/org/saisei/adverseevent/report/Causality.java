package org.saisei.adverseevent.report;

/** The source asks for separate judgements (S-A2) and names no scale: that of WHO-UMC is ours. */
public enum Causality {
    CERTAIN,
    PROBABLE,
    POSSIBLE,
    UNLIKELY,
    CONDITIONAL,
    UNASSESSABLE;

    /** To be shown wherever a causality is. */
    public static final String SCALE = "S-A2; scale: ours, WHO-UMC";
}
