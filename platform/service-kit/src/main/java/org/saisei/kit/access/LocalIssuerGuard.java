package org.saisei.kit.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.saisei.kit.start.StartCheck;

/**
 * Keeps the local stack's self-made tokens out of every place that is not one machine's loopback, and sees that there is
 * exactly one issuer, whose keys nobody can change on their way here.
 */
@Singleton
class LocalIssuerGuard implements StartCheck {
    private static final Logger LOG = Logger.getLogger(LocalIssuerGuard.class);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private final Optional<String> localKey;
    private final Optional<String> issuer;
    private final boolean local;
    private final String host;

    LocalIssuerGuard(
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> localKey,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer,
            @ConfigProperty(name = "saisei.local", defaultValue = "false") boolean local,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.localKey = localKey;
        this.issuer = issuer;
        this.local = local;
        this.host = host;
    }

    @Override
    public void check() {
        if (localKey.isEmpty()) {
            if (issuer.isEmpty()) {
                throw new IllegalStateException("No token issuer: set QUARKUS_OIDC_AUTH_SERVER_URL.");
            }
            checkTransport(URI.create(issuer.get()));
            return;
        }
        if (issuer.isPresent()) {
            throw new IllegalStateException(
                    "Two token issuers are configured: a local key (QUARKUS_OIDC_PUBLIC_KEY) and " + issuer.get()
                            + " (QUARKUS_OIDC_AUTH_SERVER_URL). Set one of them.");
        }
        if (!local || !LOOPBACK.contains(host)) {
            throw new IllegalStateException(
                    "A local token key is configured (QUARKUS_OIDC_PUBLIC_KEY). It is accepted only"
                            + " with SAISEI_LOCAL=true and bound to loopback (QUARKUS_HTTP_HOST=127.0.0.1).");
        }
    }

    void warn(@Observes StartupEvent started) {
        if (localKey.isPresent()) {
            LOG.warn("LOCAL STACK: this service accepts tokens that anybody with this machine's local key can make."
                    + " Never run it so with real patients.");
        }
    }

    private static String host(URI issuer) {
        String host = issuer.getHost();
        return host == null ? "" : host.replace("[", "").replace("]", "");
    }

    /** Whoever can change the issuer's keys on their way can make tokens. */
    private static void checkTransport(URI issuer) {
        if (!"https".equals(issuer.getScheme()) && !LOOPBACK.contains(host(issuer))) {
            throw new IllegalStateException("The token issuer " + issuer
                    + " (QUARKUS_OIDC_AUTH_SERVER_URL) is reached without TLS; only https is accepted, but on"
                    + " loopback.");
        }
    }
}
