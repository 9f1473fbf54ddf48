package org.saisei.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
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
        var problem = Faults.tell(fault);
        var answer = Answer.problem(problem);
        return Answers.toResponse(problem.status() == 500 ? answer : answer.header("Retry-After", "1"));
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
