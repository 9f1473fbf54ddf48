package org.saisei.adverseevent.report;

/** Tells the safety officers and the other services, by the topic and by the feed, once the transaction commits. */
public interface CaseEvents {

    void reported(ReportedCase reported);

    void linked(ReportedCase linked);
}
