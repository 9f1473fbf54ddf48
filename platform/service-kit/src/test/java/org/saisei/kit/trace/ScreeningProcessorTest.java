package org.saisei.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScreeningProcessorTest {
    private static final String PATIENT = "MRN-4711";
    private static final SpanContext CLIENTS = SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.builder().put("patient", PATIENT).build());

    private final List<SpanData> exported = new ArrayList<>();
    private final SdkTracerProvider tracers = SdkTracerProvider.builder()
            .addSpanProcessor(new ScreeningProcessor(SimpleSpanProcessor.create(new Kept())))
            .build();
    private final Tracer tracer = tracers.get("test");

    @AfterEach
    void close() {
        tracers.close();
    }

    @Test
    void whatAClientOrAnExceptionSaysDoesNotLeave() {
        var span = tracer.spanBuilder("GET /subjects")
                .setParent(Context.root().with(Span.wrap(CLIENTS)))
                .addLink(CLIENTS, Attributes.of(AttributeKey.stringKey("linked"), PATIENT))
                .setAttribute("url.query", "documentNumber=" + PATIENT)
                .setAttribute("url.path", "/subjects/" + PATIENT)
                .setAttribute("an.attribute.of.tomorrow", PATIENT)
                .startSpan();
        span.setAttribute("user_agent.original", PATIENT);
        span.recordException(new IllegalArgumentException("cannot read " + PATIENT));
        span.setStatus(StatusCode.ERROR, "cannot read " + PATIENT);
        span.end();

        var left = exported.getFirst();
        assertThat(left.getAttributes().asMap()).isEmpty();
        assertThat(left.getStatus().getDescription()).isEmpty();
        assertThat(left.getSpanContext().getTraceState().isEmpty()).isTrue();
        assertThat(left.getParentSpanContext().getTraceState().isEmpty()).isTrue();
        assertThat(left.getLinks()).singleElement().satisfies(link -> {
            assertThat(link.getAttributes().isEmpty()).isTrue();
            assertThat(link.getSpanContext().getTraceState().isEmpty()).isTrue();
        });
        assertThat(left.getEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.getAttributes().asMap())
                        .containsExactly(java.util.Map.entry(
                                AttributeKey.stringKey("exception.type"), "java.lang.IllegalArgumentException")));
    }

    @Test
    void whatAnOperatorLooksForLeaves() {
        var span = tracer.spanBuilder("GET /subjects/{subjectId}")
                .setParent(Context.root().with(Span.wrap(CLIENTS)))
                .setAttribute("http.route", "/subjects/{subjectId}")
                .startSpan();
        span.setAttribute("http.response.status_code", 500);
        span.setStatus(StatusCode.ERROR);
        span.end();

        var left = exported.getFirst();
        assertThat(left.getName()).isEqualTo("GET /subjects/{subjectId}");
        assertThat(left.getTraceId()).isEqualTo(CLIENTS.getTraceId());
        assertThat(left.getParentSpanId()).isEqualTo(CLIENTS.getSpanId());
        assertThat(left.getSpanContext().isSampled()).isTrue();
        assertThat(left.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(left.getAttributes())
                .isEqualTo(Attributes.builder()
                        .put("http.route", "/subjects/{subjectId}")
                        .put("http.response.status_code", 500)
                        .build());
    }

    private final class Kept implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            exported.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
