package org.saisei.kit.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Codes;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/** The caller of the running request, read from its bearer token. */
@RequestScoped
public class CurrentActor {
    private static final String PROTOCOLS = "protocols";

    private final SecurityIdentity identity;
    private @Nullable Actor known;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * @throws ProblemException 401 without a token, 403 if it names no known role or no subject, a hospital's lacks a usable
     *     {@code facility_id}, or its {@code protocols} are an empty list
     */
    public Actor get() {
        var actor = known;
        if (actor == null) {
            actor = read();
            known = actor;
        }
        return actor;
    }

    private Actor read() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new ProblemException(Problem.of(401, "unauthorized", "Send a bearer token.", null));
        }
        Set<Role> roles = Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        if (roles.isEmpty()) {
            throw new ProblemException(Problem.forbidden("The token names no role that is known here."));
        }
        String facility = TokenClaims.text(token, TokenClaims.FACILITY).orElse(null);
        if (roles.contains(Role.HOSPITAL) && (facility == null || !facility.matches(Codes.IDENTIFIER))) {
            throw new ProblemException(
                    Problem.forbidden("A hospital's token carries its facility in the claim facility_id."));
        }
        Set<String> protocols = TokenClaims.texts(token, PROTOCOLS);
        if (protocols.isEmpty() && token.containsClaim(PROTOCOLS)) {
            throw new ProblemException(Problem.forbidden("The token's claim protocols allows none."));
        }
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new ProblemException(Problem.forbidden("The token does not say who you are: it has no sub."));
        }
        return new Actor(subject, TokenClaims.client(token).orElse(subject), roles, facility, protocols);
    }
}
