package org.saisei.kit.start;

import io.quarkus.arc.All;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Runs the checks. Migrating is the first thing that a service does, so they come before it; or else when it starts. */
@Singleton
class StartChecks implements FlywayConfigurationCustomizer {
    private final List<StartCheck> checks;

    StartChecks(@All List<StartCheck> checks) {
        this.checks = checks;
    }

    @Override
    public void customize(FluentConfiguration beforeMigration) {
        checks.forEach(StartCheck::check);
    }

    void started(@Observes @Priority(1) StartupEvent withoutMigration) {
        checks.forEach(StartCheck::check);
    }
}
