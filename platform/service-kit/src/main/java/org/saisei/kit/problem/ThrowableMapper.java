package org.saisei.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import org.saisei.kit.database.SqlFailure;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;

/** Our own faults: logged with the trace id, told to the caller without innards. */
@Provider
class ThrowableMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ThrowableMapper.class);

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof JsonProcessingException json) {
            // the body broke the limits of depth or length before anybody could say where
            return Answers.problem(JsonProblems.of(json));
        }
        if (isClientGone(fault)) {
            // nobody is there to read an answer, and nothing is wrong with us
            LOG.debug("the client went away while it was sending");
            return Response.status(400).build();
        }
        var trace = Span.current().getSpanContext().getTraceId();
        return switch (SqlFailure.of(fault)) {
            case CONFLICT ->
                Answers.toResponse(Answer.problem(Problem.of(
                                409,
                                "concurrent-request",
                                "Another request has just recorded the same.",
                                "Send it again to be led to what is recorded."))
                        .header("Retry-After", "1"));
            case TRANSIENT -> {
                LOG.warnf("request could not be served for now: %s", SqlFailure.brief(fault));
                yield Answers.toResponse(Answer.problem(Problem.of(
                                        503,
                                        "unavailable",
                                        "The service cannot do this right now.",
                                        "Nothing was recorded.")
                                .withTrace(trace))
                        .header("Retry-After", "1"));
            }
            case OTHER -> {
                LOG.error("request failed", fault);
                yield Answers.problem(
                        Problem.of(500, "internal-error", "The service failed; nothing was recorded.", null)
                                .withTrace(trace));
            }
        };
    }

    /** Whoever reads a body as a stream finds it wrapped. */
    private static boolean isClientGone(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException) {
                return true;
            }
        }
        return false;
    }
}
