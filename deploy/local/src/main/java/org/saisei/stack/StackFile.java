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

/** The running stack's addresses in {@code stack.properties}, which exists only while a stack runs. */
final class StackFile {

    private static final String UP = "up.pid";

    private StackFile() {}

    /** Where each service answers. */
    record Addresses(URI eligibility, URI registry, URI adverseEvent) {}

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
        Properties properties = new Properties();
        if (!Files.exists(file(state))) {
            return Optional.empty();
        }
        try (Reader in = Files.newBufferedReader(file(state))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long pid = Long.parseLong(properties.getProperty(UP, "0"));
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Addresses(
                uri(properties, ServiceName.ELIGIBILITY),
                uri(properties, ServiceName.REGISTRY),
                uri(properties, ServiceName.ADVERSE_EVENT)));
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
