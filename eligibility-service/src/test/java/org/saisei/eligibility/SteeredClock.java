package org.saisei.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The service's clock, which a test may set ahead and puts back. */
@ApplicationScoped
public class SteeredClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    public void setAhead(Duration by) {
        ahead = by;
    }
}
