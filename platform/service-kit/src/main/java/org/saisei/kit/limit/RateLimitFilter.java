package org.saisei.kit.limit;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.TokenClaims;
import org.saisei.kit.problem.EarlyProblems;
import org.saisei.kit.problem.Problem;

/**
 * Answers who sends too much with 429, before anything is read or looked up for it. The token is verified first: that costs
 * less than letting one client use up what another may send.
 */
@Singleton
class RateLimitFilter {
    /** Behind the handler that knows how to authenticate (200), before the one that asks who may (100). */
    private static final int ONCE_AUTHENTICATION_IS_POSSIBLE = 150;

    /** Descriptions for people; of no use for reaching a patient. */
    private static final String DOCUMENTS = "/q/";

    private final IdentityProviderManager providers;
    private final EarlyProblems problems;
    private final Allowances clients;
    private final Allowances addresses;
    private final Counter clientsRefused;
    private final Counter addressesRefused;

    RateLimitFilter(
            RateLimits limits, IdentityProviderManager providers, EarlyProblems problems, MeterRegistry meters) {
        this.providers = providers;
        this.problems = problems;
        this.clients = new Allowances(limits.perSecond(), limits.burst(), TimeMeter.SYSTEM_NANOTIME);
        this.addresses = new Allowances(
                limits.unauthenticated().perSecond(), limits.unauthenticated().burst(), TimeMeter.SYSTEM_NANOTIME);
        this.clientsRefused = refused(meters, "client");
        this.addressesRefused = refused(meters, "address");
    }

    /** Not by caller: that many names are no series of a metric. */
    private static Counter refused(MeterRegistry meters, String caller) {
        return Counter.builder("saisei.rate.limit.refused")
                .description("requests answered with 429")
                .tag("caller", caller)
                .register(meters);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, ONCE_AUTHENTICATION_IS_POSSIBLE);
    }

    private void check(RoutingContext exchange) {
        if (exchange.request().path().startsWith(DOCUMENTS)) {
            exchange.next();
            return;
        }
        // Whether a token is accepted, the framework remembers for the resource that asks again; who is refused is told
        // there,
        // and not by the handler that would end the exchange here.
        var refusing = exchange.<@Nullable Object>remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        QuarkusHttpUser.getSecurityIdentity(exchange, providers)
                .subscribe()
                .with(
                        identity -> decide(exchange, identity, refusing),
                        notAccepted -> decide(exchange, null, refusing));
    }

    private void decide(RoutingContext exchange, @Nullable SecurityIdentity identity, @Nullable Object refusing) {
        exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, refusing);
        boolean known = identity != null && identity.getPrincipal() instanceof JsonWebToken;
        var wait = known ? clients.take(client(identity)) : addresses.take(RemoteAddress.of(exchange.request()));
        if (wait.isZero()) {
            exchange.next();
            return;
        }
        (known ? clientsRefused : addressesRefused).increment();
        problems.answer(
                exchange,
                Problem.of(
                        429,
                        "too-many-requests",
                        "Too many requests.",
                        "Nothing was done: send it again after Retry-After, with the same Idempotency-Key."),
                Map.of("Retry-After", String.valueOf(wholeSeconds(wait))));
    }

    private static String client(@Nullable SecurityIdentity identity) {
        if (identity != null && identity.getPrincipal() instanceof JsonWebToken token) {
            return TokenClaims.client(token).orElse("")
                    + ' '
                    + TokenClaims.text(token, TokenClaims.FACILITY).orElse("");
        }
        throw new IllegalArgumentException("not a token");
    }

    private static long wholeSeconds(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
