package org.saisei.kit.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.Collection;
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
    private final SecurityIdentity identity;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * @throws ProblemException 401 without a token, 403 if it names no known role or no subject, or a hospital's lacks a usable
     *     {@code facility_id}
     */
    public Actor get() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new ProblemException(Problem.of(401, "unauthorized", "Send a bearer token.", null));
        }
        Set<Role> roles = Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        if (roles.isEmpty()) {
            throw new ProblemException(Problem.forbidden("The token names no role that is known here."));
        }
        String facility = text(token, "facility_id");
        if (roles.contains(Role.HOSPITAL) && (facility == null || !facility.matches(Codes.IDENTIFIER))) {
            throw new ProblemException(
                    Problem.forbidden("A hospital's token carries its facility in the claim facility_id."));
        }
        String client = text(token, "azp");
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new ProblemException(Problem.forbidden("The token does not say who you are: it has no sub."));
        }
        return new Actor(
                subject, client == null || client.isBlank() ? subject : client, roles, facility, protocols(token));
    }

    private static Set<String> protocols(JsonWebToken token) {
        Object claim = token.getClaim("protocols");
        return claim instanceof Collection<?> list
                ? list.stream().map(CurrentActor::plain).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static @Nullable String text(JsonWebToken token, String name) {
        Object claim = token.getClaim(name);
        return claim == null ? null : plain(claim);
    }

    /** Claims come as Java strings or as JSON strings, depending on the token's origin. */
    private static String plain(Object claim) {
        return claim instanceof jakarta.json.JsonString json ? json.getString() : claim.toString();
    }
}
