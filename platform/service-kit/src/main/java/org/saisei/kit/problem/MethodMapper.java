package org.saisei.kit.problem;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;

/** A method that the path does not know, with those that it does (RFC 9110, 15.5.6). */
class MethodMapper {
    private final AllowedMethods allowed;

    MethodMapper(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException refused, UriInfo uri) {
        var problem = Problem.of(405, "method-not-allowed", "This resource does not know that method.", null);
        return Answers.toResponse(
                Answer.problem(problem).header(HttpHeaders.ALLOW, String.join(", ", allowed.of(uri.getPath()))));
    }
}
