package org.saisei.adverseevent.exposure;

/** Where in the treatment a day lies. By the calendar alone: it says nothing about causality (S-A2). */
public enum TreatmentPhase {
    BEFORE_COLLECTION,
    /** From the first collection to the last, both days included. */
    COLLECTION,
    /** After the last collection, before the administration. */
    MANUFACTURE,
    /** The day of an administration. */
    ADMINISTRATION,
    /** After the first administration. */
    FOLLOW_UP
}
