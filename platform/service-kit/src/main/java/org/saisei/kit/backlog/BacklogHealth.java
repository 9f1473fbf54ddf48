package org.saisei.kit.backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The gauges of the service's own, for a person without Prometheus. Always up: what waits is no reason to restart a service
 * or to send it nothing, and when to be alarmed is the operator's to say.
 */
@Wellness
@Singleton
class BacklogHealth implements HealthCheck {
    private static final String OWN = "saisei.";

    private final MeterRegistry meters;

    BacklogHealth(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("backlog").up();
        for (var meter : meters.getMeters()) {
            if (meter instanceof Gauge gauge && meter.getId().getName().startsWith(OWN)) {
                answer.withData(name(meter.getId()), text(gauge.value()));
            }
        }
        return answer.build();
    }

    private static String name(Meter.Id id) {
        return id.getTags().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(","),
                        tags -> tags.isEmpty() ? id.getName() : id.getName() + "{" + tags + "}"));
    }

    private static String text(double value) {
        if (Double.isInfinite(value)) {
            return "never";
        }
        return Double.isNaN(value) ? "unknown" : "%.0f".formatted(Math.ceil(value));
    }
}
