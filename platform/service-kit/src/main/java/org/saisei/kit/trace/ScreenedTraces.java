package org.saisei.kit.trace;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.RemoveableLateBoundSpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Puts every span processor, the exporting one among them, behind a {@link ScreeningProcessor}. Stands in the place of
 * Quarkus' own customizer, which the kit's configuration excludes: it would add the same processors bare.
 */
@Singleton
@Unremovable
class ScreenedTraces implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {
    private final List<SpanProcessor> processors;

    ScreenedTraces(@All List<SpanProcessor> processors) {
        this.processors = processors;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addTracerProviderCustomizer((tracers, config) -> {
            for (var processor : processors) {
                if (!(processor instanceof RemoveableLateBoundSpanProcessor)) {
                    tracers.addSpanProcessor(new ScreeningProcessor(processor));
                }
            }
            return tracers;
        });
    }
}
