package org.saisei.kit.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/** A span with the attributes whose values come from our code, the framework or the protocol, never from a client's text. */
final class ScreenedSpanData extends DelegatingSpanData {
    private static final Set<String> CARRIED = Set.of(
            // the method is one of the known ones or _OTHER, the route is the template, not the path
            "http.request.method",
            "http.route",
            "http.response.status_code",
            "http.request.body.size",
            "http.response.body.size",
            "code.namespace",
            "code.function",
            "error.type",
            "exception.type",
            "messaging.system",
            "messaging.operation",
            "messaging.destination.name",
            "messaging.kafka.consumer.group",
            "messaging.kafka.destination.partition",
            "messaging.kafka.partition",
            "messaging.kafka.message.offset");

    private final SpanContext context;
    private final SpanContext parent;
    private final Attributes attributes;
    private final List<EventData> events;
    private final List<LinkData> links;
    private final StatusData status;

    ScreenedSpanData(SpanData recorded) {
        super(recorded);
        this.context = withoutState(recorded.getSpanContext());
        this.parent = withoutState(recorded.getParentSpanContext());
        this.attributes = carried(recorded.getAttributes());
        this.events = recorded.getEvents().stream()
                .map(event -> EventData.create(
                        event.getEpochNanos(),
                        event.getName(),
                        carried(event.getAttributes()),
                        event.getTotalAttributeCount()))
                .toList();
        this.links = recorded.getLinks().stream()
                .map(link -> LinkData.create(
                        withoutState(link.getSpanContext()),
                        carried(link.getAttributes()),
                        link.getTotalAttributeCount()))
                .toList();
        // a status is described by an exception's message
        this.status = StatusData.create(recorded.getStatus().getStatusCode(), "");
    }

    @Override
    public SpanContext getSpanContext() {
        return context;
    }

    @Override
    public SpanContext getParentSpanContext() {
        return parent;
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public List<EventData> getEvents() {
        return events;
    }

    @Override
    public List<LinkData> getLinks() {
        return links;
    }

    @Override
    public StatusData getStatus() {
        return status;
    }

    private static Attributes carried(Attributes recorded) {
        return recorded.toBuilder()
                .removeIf(key -> !CARRIED.contains(key.getKey()))
                .build();
    }

    /** The header tracestate is a client's text. */
    private static SpanContext withoutState(SpanContext context) {
        if (context.getTraceState().isEmpty()) {
            return context;
        }
        return context.isRemote()
                ? SpanContext.createFromRemoteParent(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault())
                : SpanContext.create(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault());
    }
}
