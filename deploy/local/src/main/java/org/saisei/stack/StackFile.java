package org.saisei.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.saisei.local.KeycloakServer;
import org.saisei.local.KeycloakTokens;
import org.saisei.local.LocalTokens;
import org.saisei.local.TokenIssuer;

/** The running stack's addresses in {@code stack.properties}, which exists only while a stack runs. */
final class StackFile {

    private static final String UP = "up.pid";
    private static final String KEYCLOAK = "keycloak";

    private StackFile() {}

    /** Where each service answers. */
    record Addresses(URI eligibility, URI registry, URI adverseEvent) {}

    /** Whose tokens the services take that run with that state folder, or, where none do, would take. */
    static TokenIssuer issuer(Path state) {
        String keycloak = running(state).getProperty(KEYCLOAK);
        return keycloak == null
                ? LocalTokens.in(LocalStack.secretsFolder(state))
                : new KeycloakTokens(URI.create(keycloak), LocalStack.keycloakPassword(state));
    }

    static void write(Path state, LocalStack stack, long pid) {
        Properties properties = new Properties();
        properties.setProperty(UP, Long.toString(pid));
        properties.setProperty("kafka", stack.kafka().bootstrapServers());
        for (ServiceName service : ServiceName.values()) {
            properties.setProperty(
                    service.database() + ".jdbc", stack.database(service).jdbcUrl());
        }
        for (ServiceProcess service : stack.services()) {
            properties.setProperty(key(service.service()), service.uri().toString());
            properties.setProperty(
                    key(service.service()) + ".management",
                    service.managementUri().toString());
        }
        KeycloakServer keycloak = stack.keycloak();
        if (keycloak != null) {
            properties.setProperty(KEYCLOAK, keycloak.uri().toString());
        }
        Path fresh = state.resolve("stack.properties.new");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            properties.store(out, "The running stack");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(fresh, file(state), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path state) {
        try {
            Files.deleteIfExists(file(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if no stack runs with that state folder. */
    static Optional<Addresses> read(Path state) {
        Properties properties = running(state);
        if (properties.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Addresses(
                uri(properties, ServiceName.ELIGIBILITY),
                uri(properties, ServiceName.REGISTRY),
                uri(properties, ServiceName.ADVERSE_EVENT)));
    }

    private static Properties running(Path state) {
        Properties properties = new Properties();
        if (!Files.exists(file(state))) {
            return properties;
        }
        try (Reader in = Files.newBufferedReader(file(state))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long pid = Long.parseLong(properties.getProperty(UP, "0"));
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() ? properties : new Properties();
    }

    /** The JDBC address of a service's database; empty if no stack runs with that state folder. */
    static Optional<String> database(Path state, ServiceName service) {
        return Optional.ofNullable(running(state).getProperty(service.database() + ".jdbc"));
    }

    private static URI uri(Properties properties, ServiceName service) {
        String value = properties.getProperty(key(service));
        if (value == null) {
            throw new IllegalStateException("stack.properties lacks " + key(service));
        }
        return URI.create(value);
    }

    private static String key(ServiceName service) {
        return service.folder();
    }

    private static Path file(Path state) {
        return state.resolve("stack.properties");
    }
}
