package org.saisei.eligibility.protocol;

import java.time.LocalDate;

/** A physician, looked at as of a day. */
public record PhysicianOnDay(Physician physician, LocalDate day) {

    /** Pointer to one of the physician's facts in the facility's record. */
    public String pointer(String member) {
        return "/physicians/" + physician.physicianId() + "/" + member;
    }
}
