package org.saisei.adverseevent.feed.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.saisei.adverseevent.feed.FeedTail;
import org.saisei.adverseevent.feed.Subscribers;

/** The feed's plain objects, one for each replica. */
class FeedParts {

    @Produces
    @Singleton
    FeedTail tail() {
        return new FeedTail();
    }

    @Produces
    @Singleton
    Subscribers subscribers(MeterRegistry metrics) {
        var subscribers = new Subscribers();
        Gauge.builder("saisei.feed.safety.officers.subscribed", subscribers, Subscribers::safetyOfficers)
                .description("Safety officers on this replica's streams; 0 over all replicas is an alarm")
                .register(metrics);
        Gauge.builder("saisei.feed.subscribers", subscribers, Subscribers::all)
                .description("Streams open on this replica")
                .register(metrics);
        return subscribers;
    }
}
