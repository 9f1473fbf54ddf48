package org.saisei.adverseevent.report;

/** The criteria of ICH E2A (重篤). A reaction is serious exactly when at least one of them holds. */
public enum SeriousnessCriterion {
    DEATH,
    LIFE_THREATENING,
    /** Requires or prolongs hospitalisation. */
    HOSPITALISATION,
    /** Persistent or significant. */
    DISABILITY,
    CONGENITAL_ANOMALY,
    OTHER_MEDICALLY_IMPORTANT
}
