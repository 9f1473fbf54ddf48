package org.saisei.kit.problem;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;

/** Who are you, and may you: refusals that say no more than that, but of a token that was good and is over. */
class AccessMappers {
    private static final String INVALID = "Bearer error=\"invalid_token\"";

    /** RFC 6750, 3.1: its client fetches a new one, and need not look for a fault. */
    private static final String EXPIRED = INVALID + ", error_description=\"The access token expired\"";

    @ServerExceptionMapper(priority = 1)
    Response failed(AuthenticationFailedException refused) {
        return challenge(hasOnlyExpired(refused) ? EXPIRED : INVALID);
    }

    /** What else is wrong with a token is for whoever made it to find out. */
    private static boolean hasOnlyExpired(Throwable refused) {
        return Stream.iterate(refused, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof InvalidJwtException invalid
                        && invalid.hasExpired()
                        && invalid.getErrorDetails().size() == 1);
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
