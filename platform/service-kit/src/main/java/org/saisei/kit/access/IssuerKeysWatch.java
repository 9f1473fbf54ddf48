package org.saisei.kit.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
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
 *
 * <p>Before its first answer there are none, and every token is refused. Until then it is asked every few seconds, whether
 * requests come or not; the gauge {@code saisei_issuer_keys_known} is 0, and the log tells of beginning and end.
 */
@Singleton
class IssuerKeysWatch {
    private static final Logger LOG = Logger.getLogger(IssuerKeysWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TenantIdentityProvider issuer;
    private final TenantConfigBean tenants;
    private final AcceptedTokens accepted;
    private final Optional<String> address;
    private final Duration every;
    private final Duration unknownEvery;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("issuer-keys-watch").factory());

    private boolean toldUnknown;

    IssuerKeysWatch(
            TenantIdentityProvider issuer,
            TenantConfigBean tenants,
            AcceptedTokens accepted,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> address,
            @ConfigProperty(name = "saisei.issuer.keys-every", defaultValue = "PT5M") Duration every,
            @ConfigProperty(name = "saisei.issuer.unknown-every", defaultValue = "PT5S") Duration unknownEvery) {
        this.issuer = issuer;
        this.tenants = tenants;
        this.accepted = accepted;
        this.address = address;
        this.every = every;
        this.unknownEvery = unknownEvery;
        Gauge.builder("saisei.issuer.keys.known", () -> known() ? 1 : 0)
                .description("1 once the token issuer's keys were fetched, 0 while no token can be verified")
                .strongReference(true)
                .register(meters);
    }

    void start(@Observes @Priority(2_300) StartupEvent started) {
        clockwork.scheduleWithFixedDelay(this::renew, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        clockwork.scheduleWithFixedDelay(this::seek, 0, unknownEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopping) {
        clockwork.shutdownNow();
    }

    private boolean known() {
        return tenants.getDefaultTenant().ready();
    }

    private void renew() {
        look();
        accepted.forget();
    }

    private void seek() {
        if (!known()) {
            var cause = look();
            if (!known() && !toldUnknown) {
                toldUnknown = true;
                LOG.warnf(
                        "the token issuer %s does not answer: until its keys are known, every token is answered with 503"
                                + " (%s)",
                        address.orElse("that is configured"),
                        cause.map(Object::toString).orElse("no cause given"));
            }
        }
        if (toldUnknown && known()) {
            toldUnknown = false;
            LOG.info("the token issuer answers: its keys are known, tokens are verified");
        }
    }

    /**
     * Asks who is behind a token of a key that nobody has: nobody is, but the library has looked for the key.
     *
     * @return why it was refused, at the bottom of it
     */
    private Optional<Throwable> look() {
        try {
            issuer.authenticate(new AccessTokenCredential(nobodys())).await().atMost(PATIENCE);
            return Optional.empty();
        } catch (RuntimeException refused) {
            LOG.debugf("the issuer's keys were asked for: %s", refused.toString());
            Throwable cause = refused;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Optional.of(cause);
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
