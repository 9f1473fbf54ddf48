package org.saisei.stack;

import java.nio.file.Path;
import java.util.Locale;

/** The services, in the order in which data flows through them. */
public enum ServiceName {
    ELIGIBILITY("eligibility-service", 8081),
    REGISTRY("registry-service", 8082),
    ADVERSE_EVENT("adverse-event-service", 8083);

    private final String folder;
    private final int port;

    ServiceName(String folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** The module's folder and the name operators know the service by. */
    public String folder() {
        return folder;
    }

    /** The name of its database, from which those of its roles derive. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP port in the local stack, if it is free. */
    public int usualPort() {
        return port;
    }

    /** The port for health and metrics in the local stack, if it is free. */
    public int usualManagementPort() {
        return port + 1000;
    }

    /** The folder of the packaged service, below the repository's root. */
    public Path application(Path repository) {
        return repository.resolve(folder).resolve("target/quarkus-app");
    }

    /** What is run of a packaged service. */
    static Path runnableIn(Path application) {
        return application.resolve("quarkus-run.jar");
    }
}
