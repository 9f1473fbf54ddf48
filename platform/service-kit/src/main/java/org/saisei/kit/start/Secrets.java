package org.saisei.kit.start;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secrets that a service cannot do without: there, long enough, and not what a template had in their place. */
@Singleton
class Secrets implements StartCheck {
    private static final List<String> LOGINS =
            List.of("quarkus.datasource", "quarkus.datasource.sealer", "quarkus.flyway");
    private static final String URL = "quarkus.datasource.jdbc.url";

    /** A login by certificate, in PostgreSQL's driver. */
    private static final String BY_CERTIFICATE = "sslcert=";

    private static final String WRAPPING = "wrapping";

    private final Config config;
    private final List<String> keys;

    /** @param keys those of {@code saisei.keys} that this service uses */
    Secrets(Config config, @ConfigProperty(name = "saisei.keys.required") Optional<List<String>> keys) {
        this.config = config;
        this.keys = keys.orElse(List.of());
    }

    @Override
    public void check() {
        var faults = needed().stream()
                .flatMap(secret -> secret.fault(value(secret.property())).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Unfit secrets: " + String.join("; ", faults)
                    + ". Set them by environment variables or as files: docs/operations/security.md.");
        }
    }

    private List<Secret> needed() {
        var secrets = new ArrayList<Secret>();
        if (!value(URL).orElse("").contains(BY_CERTIFICATE)) {
            LOGINS.forEach(login -> secrets.add(new Secret(login + ".password", Secret.Kind.PASSWORD)));
        }
        secrets.add(new Secret("saisei.idempotency.secret", Secret.Kind.KEY));
        for (var key : keys) {
            secrets.add(new Secret("saisei.keys." + key, key.equals(WRAPPING) ? Secret.Kind.KEYS : Secret.Kind.KEY));
        }
        return secrets;
    }

    private Optional<String> value(String property) {
        return config.getOptionalValue(property, String.class);
    }
}
