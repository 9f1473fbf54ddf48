package org.saisei.adverseevent.feed.http;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.saisei.adverseevent.feed.Subscribers;

/**
 * Whether a safety officer listens to this replica. Always up: a replica that nobody listens to must stay reachable, or
 * nobody could.
 */
@Readiness
@Singleton
class SubscribedOfficers implements HealthCheck {
    private final Subscribers subscribers;

    SubscribedOfficers(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @Override
    public HealthCheckResponse call() {
        int officers = subscribers.safetyOfficers();
        return HealthCheckResponse.named("safety officers on this replica's case streams")
                .up()
                .withData("subscribed", officers)
                .withData("alarm", officers == 0)
                .build();
    }
}
