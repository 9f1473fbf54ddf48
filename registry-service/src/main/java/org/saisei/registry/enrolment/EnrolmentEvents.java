package org.saisei.registry.enrolment;

/** Tells the other services; in the running transaction, which holds the subject's row. */
public interface EnrolmentEvents {

    void enrolled(Subject subject);

    void standingChanged(Subject subject, StandingChange change);
}
