package org.saisei.kit.certificate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks every minute at what is configured when the service starts. A port is asked, as its file may be a newer one. */
@Singleton
class CertificateWatch {
    private static final Logger LOG = Logger.getLogger(CertificateWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Pattern ROOT = Pattern.compile("[?&]sslrootcert=([^&]+)");
    private static final Pattern OWN = Pattern.compile("[?&]sslcert=([^&]+)");

    private final InstantSource clock;
    private final Duration every;
    private final Map<String, Look> looks = new LinkedHashMap<>();
    private final Map<String, Double> ends = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("certificate-watch").factory());

    /** Finds out an end; empty where there is no certificate. */
    private interface Look {
        Optional<Instant> end() throws IOException, GeneralSecurityException;
    }

    CertificateWatch(
            MeterRegistry meters,
            Config config,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.http.ssl-port", defaultValue = "8443") int port,
            @ConfigProperty(name = "quarkus.management.port", defaultValue = "9000") int managementPort,
            @ConfigProperty(name = "saisei.certificate.every", defaultValue = "PT1M") Duration every) {
        this.clock = clock;
        this.every = every;
        var jdbc = text(config, "quarkus.datasource.jdbc.url").orElse("");
        looks.put("https", served(config, "quarkus.http", port));
        looks.put("management", served(config, "quarkus.management", managementPort));
        looks.put(
                "kafka",
                files(text(config, "kafka.ssl.keystore.location"), text(config, "kafka.ssl.truststore.location")));
        looks.put("postgresql", files(within(jdbc, OWN), within(jdbc, ROOT)));
        looks.keySet()
                .forEach(of -> Gauge.builder("saisei.certificate.seconds", () -> seconds(of))
                        .description("Until the certificate ends; infinite where there is none")
                        .tag("of", of)
                        .strongReference(true)
                        .register(meters));
    }

    void start(@Observes @Priority(2_400) StartupEvent started) {
        clockwork.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopping) {
        clockwork.shutdownNow();
    }

    private double seconds(String of) {
        return ends.getOrDefault(of, Double.NaN) - clock.millis() / 1e3;
    }

    private void look() {
        looks.forEach((of, look) -> {
            try {
                ends.put(
                        of,
                        look.end()
                                .map(Instant::getEpochSecond)
                                .map(Long::doubleValue)
                                .orElse(Double.POSITIVE_INFINITY));
            } catch (IOException | GeneralSecurityException | RuntimeException unseen) {
                ends.put(of, Double.NaN);
                LOG.debugf("the certificate of %s cannot be seen: %s", of, unseen);
            }
        });
    }

    private static Look served(Config config, String where, int port) {
        boolean secured = Stream.of(
                        ".ssl.certificate.files", ".ssl.certificate.key-store-file", ".tls-configuration-name")
                .anyMatch(property -> text(config, where + property).isPresent());
        var host = text(config, where + ".host").orElse("localhost");
        return () -> secured
                ? Optional.of(Certificates.endOfServed(new InetSocketAddress(reachable(host), port), PATIENCE))
                : Optional.empty();
    }

    private static InetAddress reachable(String host) throws IOException {
        var address = InetAddress.getByName(host);
        return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    }

    /** The first to end: of what is shown any, of what is trusted the last that is left. */
    private static Look files(Optional<String> shown, Optional<String> trusted) {
        return () -> {
            var own = shown.isEmpty() ? Optional.<Instant>empty() : Certificates.firstEndIn(Path.of(shown.get()));
            var others = trusted.isEmpty() ? Optional.<Instant>empty() : Certificates.lastEndIn(Path.of(trusted.get()));
            return Stream.concat(own.stream(), others.stream()).min(Instant::compareTo);
        };
    }

    private static Optional<String> within(String url, Pattern parameter) {
        var found = parameter.matcher(url);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<String> text(Config config, String property) {
        return config.getOptionalValue(property, String.class);
    }
}
