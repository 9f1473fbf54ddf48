package org.saisei.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Has a bearer token verified once and remembers for a minute that it was accepted: a hospital's system sends the same one with
 * every request until it expires, and verifying a signature costs more than reading the request. Whether a token has expired is
 * asked each time; a refusal is never remembered; when the issuer's keys have been fetched again, nothing is.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class AcceptedTokens implements HttpAuthenticationMechanism {
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

    /** More tokens at once than this have some of them verified again. */
    private static final int REMEMBERED = 10_000;

    private static final String BEARER = "Bearer ";

    private final OidcAuthenticationMechanism oidc;
    private final InstantSource clock;
    private final Cache<String, Accepted> accepted;

    AcceptedTokens(OidcAuthenticationMechanism oidc, InstantSource clock) {
        this.oidc = oidc;
        this.clock = clock;
        this.accepted = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(REMEMBERED_FOR)
                .executor(Runnable::run)
                .build();
    }

    /** @param expiresAt exclusive */
    private record Accepted(SecurityIdentity identity, Instant expiresAt) {}

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager providers) {
        var authorization = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return oidc.authenticate(exchange, providers);
        }
        var known = remembered(authorization);
        return known != null
                ? Uni.createFrom().item(known)
                : oidc.authenticate(exchange, providers).invoke(identity -> remember(authorization, identity));
    }

    /** Has each token verified again. */
    void forget() {
        accepted.invalidateAll();
    }

    private @Nullable SecurityIdentity remembered(String authorization) {
        var known = accepted.getIfPresent(authorization);
        return known != null && clock.instant().isBefore(known.expiresAt()) ? known.identity() : null;
    }

    private void remember(String authorization, @Nullable SecurityIdentity identity) {
        if (identity != null && identity.getPrincipal() instanceof JsonWebToken token) {
            var expiresAt = Instant.ofEpochSecond(token.getExpirationTime());
            accepted.put(authorization, new Accepted(withoutRequest(identity), expiresAt));
        }
    }

    /** The request it was made for is in its attributes. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        var attributes = new HashMap<>(identity.getAttributes());
        attributes.values().removeIf(RoutingContext.class::isInstance);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addAttributes(attributes)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return oidc.getChallenge(exchange);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
        return oidc.getCredentialTransport(exchange);
    }

    /** Before the one it asks, which is one of the application's mechanisms, too. */
    @Override
    public int getPriority() {
        return oidc.getPriority() + 1;
    }
}
