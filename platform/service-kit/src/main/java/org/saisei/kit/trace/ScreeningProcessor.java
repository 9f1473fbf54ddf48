package org.saisei.kit.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/** Shows the processor behind it ended spans as {@link ScreenedSpanData} only. */
final class ScreeningProcessor implements SpanProcessor {
    private final SpanProcessor behind;

    ScreeningProcessor(SpanProcessor behind) {
        this.behind = behind;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        behind.onStart(parent, span);
    }

    @Override
    public boolean isStartRequired() {
        return behind.isStartRequired();
    }

    @Override
    public void onEnd(ReadableSpan span) {
        behind.onEnd(new Screened(span, new ScreenedSpanData(span.toSpanData())));
    }

    @Override
    public boolean isEndRequired() {
        return behind.isEndRequired();
    }

    @Override
    public CompletableResultCode shutdown() {
        return behind.shutdown();
    }

    @Override
    public CompletableResultCode forceFlush() {
        return behind.forceFlush();
    }

    private record Screened(ReadableSpan recorded, SpanData data) implements ReadableSpan {
        @Override
        public SpanContext getSpanContext() {
            return data.getSpanContext();
        }

        @Override
        public SpanContext getParentSpanContext() {
            return data.getParentSpanContext();
        }

        @Override
        public String getName() {
            return data.getName();
        }

        @Override
        public SpanData toSpanData() {
            return data;
        }

        @Override
        @Deprecated
        public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
            return data.getInstrumentationLibraryInfo();
        }

        @Override
        public InstrumentationScopeInfo getInstrumentationScopeInfo() {
            return data.getInstrumentationScopeInfo();
        }

        @Override
        public boolean hasEnded() {
            return data.hasEnded();
        }

        @Override
        public long getLatencyNanos() {
            return recorded.getLatencyNanos();
        }

        @Override
        public SpanKind getKind() {
            return data.getKind();
        }

        @Override
        public <T> @Nullable T getAttribute(AttributeKey<T> key) {
            return data.getAttributes().get(key);
        }

        @Override
        public Attributes getAttributes() {
            return data.getAttributes();
        }
    }
}
