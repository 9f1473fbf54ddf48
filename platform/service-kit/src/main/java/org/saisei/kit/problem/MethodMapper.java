package org.saisei.kit.problem;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;

/**
 * A method that the path does not know, with those that it does (RFC 9110, 15.5.6). The framework calls it 404 where the
 * path begins like that of another resource.
 */
class MethodMapper {
    private final AllowedMethods allowed;

    MethodMapper(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException refused, UriInfo uri) {
        return notAllowed(allowed.of(uri.getPath()));
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException refused, UriInfo uri, ContainerRequestContext request) {
        if (refused.getCause() instanceof ProblemException thrown) {
            // a parameter that could not be read
            return Answers.problem(thrown.problem());
        }
        var known = allowed.of(uri.getPath());
        return known.isEmpty() || known.contains(request.getMethod())
                ? Answers.problem(Problem.notFound())
                : notAllowed(known);
    }

    private static Response notAllowed(Set<String> known) {
        var problem = Problem.of(405, "method-not-allowed", "This resource does not know that method.", null);
        return Answers.toResponse(Answer.problem(problem).header(HttpHeaders.ALLOW, String.join(", ", known)));
    }
}
