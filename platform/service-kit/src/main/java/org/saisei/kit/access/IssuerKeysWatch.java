package org.saisei.kit.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has the issuer's keys fetched again every few minutes, so that a key which the issuer has withdrawn ends here too. Left
 * to itself the library fetches them only when it meets a key id that it does not know, and a withdrawn key goes on being
 * known. An issuer that cannot be reached changes nothing: the keys known so far stay.
 */
@Singleton
class IssuerKeysWatch {
    private static final Logger LOG = Logger.getLogger(IssuerKeysWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TenantIdentityProvider issuer;
    private final Duration every;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("issuer-keys-watch").factory());

    IssuerKeysWatch(
            TenantIdentityProvider issuer,
            @ConfigProperty(name = "saisei.issuer.keys-every", defaultValue = "PT5M") Duration every) {
        this.issuer = issuer;
        this.every = every;
    }

    void start(@Observes @Priority(2_300) StartupEvent started) {
        clockwork.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopping) {
        clockwork.shutdownNow();
    }

    /** Asks who is behind a token of a key that nobody has: nobody is, but the library has looked for the key. */
    private void look() {
        try {
            issuer.authenticate(new AccessTokenCredential(nobodys())).await().atMost(PATIENCE);
        } catch (RuntimeException refused) {
            LOG.debugf("the issuer's keys were asked for: %s", refused.toString());
        }
    }

    private static String nobodys() {
        return base64("{\"alg\":\"RS256\",\"kid\":\"" + UUID.randomUUID() + "\"}") + "." + base64("{}") + "."
                + base64("unsigned");
    }

    private static String base64(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }
}
