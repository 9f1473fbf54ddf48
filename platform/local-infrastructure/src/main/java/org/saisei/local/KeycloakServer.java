package org.saisei.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real Keycloak in a JVM of its own on the loopback interface, with the realm that operators import.
 *
 * <p>It runs as in production ({@code start --optimized}) but for two things that one machine does without: TLS, and a
 * database server (it keeps its own in a file). Everything it keeps is in its folder; the realm file is imported by the
 * first start only.
 */
public final class KeycloakServer {

    /** The realm's name, as the imported file has it. */
    public static final String REALM = "saisei";

    /** Who may do everything in it. */
    public static final String ADMINISTRATOR = "admin";

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final KeycloakDistribution distribution;
    private final Path folder;
    private final int port;
    private final String administratorPassword;
    private final ManagedProcess process;

    private KeycloakServer(
            KeycloakDistribution distribution, Path folder, Path realm, int port, String administratorPassword) {
        this.distribution = distribution;
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
        this.administratorPassword = administratorPassword;
        prepare(realm);
        this.process = launch();
    }

    /**
     * Starts a server; see {@link #awaitReady()}.
     *
     * @param unpacked the folder into which Keycloak's distribution was unpacked
     * @param folder holds the server's data; created when missing
     * @param realm the realm file
     * @param administratorPassword what a new server's administrator gets; an old server keeps its own
     */
    public static KeycloakServer start(Path unpacked, Path folder, Path realm, int port, String administratorPassword) {
        return new KeycloakServer(KeycloakDistribution.ready(unpacked), folder, realm, port, administratorPassword);
    }

    /** Waits until it gives tokens. */
    public void awaitReady() {
        HttpRequest discovery = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Waiting.until(
                START_PATIENCE,
                process,
                () -> HTTP.send(discovery, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
    }

    public int port() {
        return port;
    }

    /** Where it answers, without a slash at the end; the administrators' console too. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The realm's issuer: what services take as {@code quarkus.oidc.auth-server-url}. */
    public URI issuer() {
        return URI.create(uri() + "/realms/" + REALM);
    }

    /** What an administrator does, over its REST API. */
    public KeycloakAdmin admin() {
        return new KeycloakAdmin(uri(), administratorPassword);
    }

    /** The server's process, for its log and to wait for its end. */
    public ManagedProcess process() {
        return process;
    }

    /** Stops orderly. */
    public void stop() {
        process.stop(STOP_PATIENCE);
    }

    private void prepare(Path realm) {
        try {
            Path imported = Files.createDirectories(folder.resolve("data/import"));
            Files.copy(realm, imported.resolve(REALM + "-realm.json"), StandardCopyOption.REPLACE_EXISTING);
            Files.createDirectories(folder.resolve("conf"));
            Files.createDirectories(folder.resolve("providers"));
            Path libraries = folder.resolve("lib");
            Files.deleteIfExists(libraries);
            Files.createSymbolicLink(libraries, distribution.libraries());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak's folder " + folder + " cannot be prepared", e);
        }
    }

    private ManagedProcess launch() {
        List<String> arguments = List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + uri(),
                "--cache=local");
        return ManagedProcess.start(
                "Keycloak",
                distribution.command(folder, arguments),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", administratorPassword),
                folder.resolve("keycloak.log"));
    }
}
