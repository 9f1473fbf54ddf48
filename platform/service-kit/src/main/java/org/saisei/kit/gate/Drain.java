package org.saisei.kit.gate;

import io.quarkus.smallrye.health.runtime.ShutdownReadinessCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Ends the replica's work before the framework ends the replica. In the place of the framework's own check, which it tells of a
 * shutdown before anything else: what it does while requests are still in work is to answer others with a bare 503, so it gets
 * to that when none are left.
 */
@Readiness
@ApplicationScoped
class Drain extends ShutdownReadinessCheck {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Gate gate;
    private final GateFilter requests;
    private final Event<Draining> draining;
    private final Duration within;
    private final Duration atLeast;

    /**
     * @param within how long the requests that were accepted may take
     * @param atLeast for how long others are answered, so that clients leave their connections before those are closed
     */
    Drain(
            Gate gate,
            GateFilter requests,
            Event<Draining> draining,
            @ConfigProperty(name = "quarkus.shutdown.timeout") Duration within,
            @ConfigProperty(name = "saisei.drain.at-least") Duration atLeast) {
        this.gate = gate;
        this.requests = requests;
        this.draining = draining;
        this.within = within;
        this.atLeast = atLeast;
    }

    @Override
    public void shutdown() {
        super.shutdown();
        long begun = System.nanoTime();
        gate.drain();
        LOG.info("ending: requests are refused, those accepted are finished");
        try {
            draining.fire(new Draining());
        } catch (RuntimeException failure) {
            LOG.warn("not everything was handed over", failure);
        }
        while (since(begun).compareTo(within) < 0
                && (requests.inside() > 0 || since(begun).compareTo(atLeast) < 0)) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        if (requests.inside() > 0) {
            LOG.warnf("%d requests are cut off: not finished within %s", requests.inside(), within);
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
