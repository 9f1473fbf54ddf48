package org.saisei.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;

/** Our own faults: logged with the trace id, told to the caller without innards. */
@Provider
class ThrowableMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ThrowableMapper.class);

    /** The framework has no class of its own for it. */
    private static final String READ_TIMEOUT = "Read timed out";

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof JsonProcessingException json) {
            // the body broke the limits of depth or length before anybody could say where
            return Answers.problem(JsonProblems.of(json));
        }
        if (isClientGone(fault)) {
            // nobody is there to read an answer, and nothing is wrong with us
            LOG.debug("the client went away while it was sending, or did not go on");
            return Response.status(400).build();
        }
        var problem = Faults.tell(fault, Call.current());
        var answer = Answer.problem(problem);
        return Answers.toResponse(problem.status() == 500 ? answer : answer.header("Retry-After", "1"));
    }

    /** Whoever reads a body as a stream finds it wrapped. What a driver says of the database's connection is another matter. */
    private static boolean isClientGone(Throwable fault) {
        var causes =
                Stream.iterate(fault, Objects::nonNull, Throwable::getCause).toList();
        return causes.stream().anyMatch(ThrowableMapper::isCutOff)
                && causes.stream().noneMatch(SQLException.class::isInstance);
    }

    /**
     * A connection that was closed or reset, or on which nothing came in time, and which the framework has closed itself by
     * now. The subclasses of these classes tell of connections that we open.
     */
    private static boolean isCutOff(Throwable cause) {
        return cause instanceof HttpClosedException
                || cause instanceof ClosedChannelException
                || cause.getClass() == SocketException.class
                || (cause.getClass() == IOException.class && READ_TIMEOUT.equals(cause.getMessage()));
    }
}
