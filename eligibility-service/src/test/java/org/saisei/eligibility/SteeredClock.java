package org.saisei.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The service's clock, which a test may set back and sets right again. Never ahead: Kafka refuses records that are more
 * than an hour early.
 */
@ApplicationScoped
public class SteeredClock implements InstantSource {
    private volatile Duration behind = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().minus(behind);
    }

    public void setBack(Duration by) {
        behind = by;
    }
}
