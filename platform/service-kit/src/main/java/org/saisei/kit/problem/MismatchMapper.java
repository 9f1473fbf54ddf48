package org.saisei.kit.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.saisei.kit.http.Answers;

/** Stands nearer to the exception than the framework's own mapper, which would answer with the value sent. */
@Provider
class MismatchMapper implements ExceptionMapper<MismatchedInputException> {
    @Override
    public Response toResponse(MismatchedInputException fault) {
        return Answers.problem(JsonProblems.of(fault));
    }
}
