package org.saisei.kit.restore;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.saisei.kit.gate.Gate;

/** Down while requests are refused because the database might be a restored one. */
@Readiness
@Singleton
class ComparisonHealth implements HealthCheck {
    private final Gate gate;
    private final Progress progress;

    ComparisonHealth(Gate gate, Progress progress) {
        this.gate = gate;
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("topics compared")
                .status(gate.isOpen() || gate.isDraining())
                .withData("comparison", progress.state())
                .build();
    }
}
