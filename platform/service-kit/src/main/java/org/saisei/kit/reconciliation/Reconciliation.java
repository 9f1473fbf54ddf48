package org.saisei.kit.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the service's checks, one after the other and one run at a time. */
@ApplicationScoped
public class Reconciliation {
    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    private final List<ReconciliationCheck> checks;
    private final InstantSource clock;
    private final Duration within;
    private final ReentrantLock running = new ReentrantLock();

    Reconciliation(
            Instance<ReconciliationCheck> checks,
            InstantSource clock,
            @ConfigProperty(name = "saisei.reconciliation.within", defaultValue = "PT10S") Duration within) {
        this.checks = checks.stream()
                .sorted(Comparator.comparing(ReconciliationCheck::name))
                .toList();
        this.clock = clock;
        this.within = within;
    }

    /** @param failure class of what kept the check from looking; null for nothing */
    public record Looked(
            String check,
            Findings findings,
            long millis,
            @Nullable String failure) {
        public boolean isComplete() {
            return failure == null && findings.isComplete();
        }
    }

    public record Report(Instant since, Instant until, List<Looked> looked) {}

    /** @return empty while another run is going on here */
    public Optional<Report> run(Duration back) {
        if (!running.tryLock()) {
            return Optional.empty();
        }
        try {
            var now = clock.instant();
            var since = now.minus(back);
            long deadline = System.nanoTime() + within.toNanos();
            var looked = new ArrayList<Looked>();
            for (var check : checks) {
                looked.add(look(check, new Scope(since, now, deadline)));
            }
            return Optional.of(new Report(since, now, List.copyOf(looked)));
        } finally {
            running.unlock();
        }
    }

    private static Looked look(ReconciliationCheck check, Scope scope) {
        long begin = System.nanoTime();
        Findings findings = new Findings();
        String failure = null;
        try {
            if (scope.isOver()) {
                failure = "OutOfTime";
            } else {
                findings = check.look(scope);
            }
        } catch (RuntimeException fault) {
            LOG.warnf(fault, "reconciliation could not look at %s", check.name());
            failure = fault.getClass().getSimpleName();
        }
        return new Looked(check.name(), findings, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin), failure);
    }
}
