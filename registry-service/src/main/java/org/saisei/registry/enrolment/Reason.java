package org.saisei.registry.enrolment;

/**
 * A criterion that stands against a patient.
 *
 * @param criterion rule id, e.g. {@code S-P2}
 * @param verdict as the eligibility service gave it, e.g. {@code NOT_MET}
 */
public record Reason(String criterion, String verdict) {

    /** Advice (目安) that is OUTSIDE, and what is UNKNOWN, refuse nobody. */
    boolean refuses() {
        return verdict.equals("NOT_MET") || verdict.equals("PRESENT");
    }
}
