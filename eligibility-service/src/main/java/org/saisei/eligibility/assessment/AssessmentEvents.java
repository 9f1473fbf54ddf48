package org.saisei.eligibility.assessment;

/** Tells the world about assessments, in the running transaction. */
public interface AssessmentEvents {

    void decided(Assessment assessment);
}
