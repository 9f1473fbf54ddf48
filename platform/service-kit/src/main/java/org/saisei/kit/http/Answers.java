package org.saisei.kit.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.saisei.kit.problem.Problem;

/** Writes an {@link Answer} as JAX-RS wants it. */
public final class Answers {
    private Answers() {}

    public static Response toResponse(Answer answer) {
        var response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        if (answer.body() != null) {
            response.entity(answer.body())
                    .type(answer.body() instanceof Problem ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON);
        }
        return response.build();
    }

    public static Response problem(Problem problem) {
        return toResponse(Answer.problem(problem));
    }
}
