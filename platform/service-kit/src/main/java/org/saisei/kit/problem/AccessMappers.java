package org.saisei.kit.problem;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;

/** Who are you, and may you: refusals that say no more than that. */
class AccessMappers {

    @ServerExceptionMapper(priority = 1)
    Response failed(AuthenticationFailedException refused) {
        return challenge("Bearer error=\"invalid_token\"");
    }

    @ServerExceptionMapper(priority = 1)
    Response missing(UnauthorizedException refused) {
        return challenge("Bearer");
    }

    @ServerExceptionMapper(priority = 1)
    Response forbidden(ForbiddenException refused) {
        return Answers.problem(Problem.forbidden("Your role may not do this."));
    }

    /** Before its first answer the issuer's keys are not known, and nobody can be told apart from a liar. */
    @ServerExceptionMapper(priority = 1)
    Response issuerAway(OIDCException away) {
        return Answers.toResponse(Answer.problem(
                        Problem.of(503, "unavailable", "Tokens cannot be verified right now.", "Nothing was recorded."))
                .header(HttpHeaders.RETRY_AFTER, "5"));
    }

    private static Response challenge(String scheme) {
        return Response.fromResponse(
                        Answers.problem(Problem.of(401, "unauthorized", "Send a valid bearer token.", null)))
                .header(HttpHeaders.WWW_AUTHENTICATE, scheme)
                .build();
    }
}
