package org.saisei.adverseevent.report.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.adverseevent.feed.CaseFeed;
import org.saisei.adverseevent.feed.FeedEntry;
import org.saisei.adverseevent.report.CaseEvents;
import org.saisei.adverseevent.report.ReportedCase;
import org.saisei.adverseevent.report.SeriousnessCriterion;
import org.saisei.kit.outbox.Outbox;
import org.saisei.kit.outbox.OutboxEvent;

/** The same record to the topic (by the outbox) and to the streams (by the feed), in the case's transaction. */
@ApplicationScoped
class PublishedCaseEvents implements CaseEvents {
    static final String TOPIC = "saisei.safety.cases";

    private final Outbox outbox;
    private final CaseFeed feed;
    private final ObjectMapper json;

    PublishedCaseEvents(Outbox outbox, CaseFeed feed, ObjectMapper json) {
        this.outbox = outbox;
        this.feed = feed;
        this.json = json;
    }

    @Override
    public void reported(ReportedCase reported) {
        publish("case-reported", reported);
    }

    @Override
    public void linked(ReportedCase linked) {
        publish("case-linked", linked);
    }

    private void publish(String event, ReportedCase changed) {
        var data = CaseEventData.of(changed);
        // first, as whoever enters first is told first of the commit, and safety officers wait for it
        feed.enter(new FeedEntry(
                data.caseId(),
                data.version(),
                event,
                data.protocol(),
                data.facilityId(),
                data.seriousness().stream().map(SeriousnessCriterion::name).toList(),
                data.specialInterest(),
                changed.header().isAlert(),
                write(data)));
        outbox.append(new OutboxEvent(TOPIC, data.caseId().toString(), "saisei.safety." + event + ".v1", data));
    }

    private String write(CaseEventData data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a case event cannot be written", e);
        }
    }
}
