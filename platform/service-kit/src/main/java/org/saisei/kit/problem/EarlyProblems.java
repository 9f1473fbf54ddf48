package org.saisei.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;

/** Answers with a problem what never gets as far as a resource. */
@Singleton
public class EarlyProblems {
    private final ObjectMapper json;

    EarlyProblems(ObjectMapper json) {
        this.json = json;
    }

    /** @param headers to be sent beside those that every answer has */
    public void answer(RoutingContext exchange, Problem problem, Map<String, String> headers) {
        var response = exchange.response();
        headers.forEach(response::putHeader);
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(text(problem));
        // a body that nobody will read must not stand in the way of the connection's next request
        exchange.request().resume();
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
