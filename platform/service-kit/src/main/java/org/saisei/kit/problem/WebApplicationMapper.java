package org.saisei.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.saisei.kit.http.Answers;

/** What JAX-RS itself refuses: no such path or media type, or a body that is no JSON. */
@Provider
class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException refusal) {
        if (refusal.getCause() instanceof JsonProcessingException json) {
            return Answers.problem(JsonProblems.of(json));
        }
        if (refusal.getCause() instanceof ProblemException thrown) {
            return Answers.problem(thrown.problem());
        }
        var original = refusal.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        var problem = switch (status) {
            case 400 -> Problem.of(400, "invalid-request", "The request is not valid.", null);
            case 404 -> Problem.notFound();
            case 406 -> Problem.of(406, "not-acceptable", "No representation fits your Accept header.", null);
            case 413 -> Problem.of(413, "too-large", "The request is too large.", null);
            case 415 -> Problem.of(415, "unsupported-media-type", "Send what this operation takes.", null);
            default ->
                Problem.of(status, "http-" + status, original.getStatusInfo().getReasonPhrase(), null);
        };
        return Answers.problem(problem);
    }
}
