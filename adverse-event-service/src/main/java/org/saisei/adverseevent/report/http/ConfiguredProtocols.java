package org.saisei.adverseevent.report.http;

import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.saisei.adverseevent.report.Protocols;

@Singleton
class ConfiguredProtocols implements Protocols {
    private final Set<String> names;

    ConfiguredProtocols(@ConfigProperty(name = "saisei.protocols") Set<String> names) {
        this.names = Set.copyOf(names);
    }

    @Override
    public Set<String> names() {
        return names;
    }
}
