package org.saisei.kit.problem;

import io.opentelemetry.api.trace.Span;
import org.jboss.logging.Logger;
import org.saisei.kit.database.SqlFailure;

/** Our own faults as problems: what a caller is told of them, and what the log is. */
public final class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);

    private Faults() {}

    /**
     * Logs the fault, unless it comes of two requests at once.
     *
     * @return without innards: 409, or 500 or 503 with the trace id under which it is logged
     */
    public static Problem tell(Throwable fault, Call call) {
        var trace = Span.current().getSpanContext().getTraceId();
        return switch (SqlFailure.of(fault)) {
            case CONFLICT ->
                Problem.of(
                        409,
                        "concurrent-request",
                        "Another request has just recorded the same.",
                        "Send it again to be led to what is recorded.");
            case TRANSIENT -> {
                LOG.warnf("%s could not be served for now: %s", call.operation(), SqlFailure.brief(fault));
                yield Problem.of(
                                503,
                                "unavailable",
                                "The service cannot do this right now.",
                                SqlFailure.atCommit(fault)
                                        ? call.effect().whenUnknown()
                                        : call.effect().whenNothing())
                        .withTrace(trace);
            }
            case OTHER -> {
                LOG.errorf(fault, "%s failed", call.operation());
                // the fault may lie behind the commit
                yield Problem.of(
                                500,
                                "internal-error",
                                "The service failed.",
                                call.effect().whenUnknown())
                        .withTrace(trace);
            }
        };
    }
}
