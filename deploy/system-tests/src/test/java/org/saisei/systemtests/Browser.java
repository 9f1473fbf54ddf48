package org.saisei.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at an application: logs in with name and password at Keycloak's page (authorization code with PKCE). */
final class Browser {
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final URI issuer;
    private final String client;
    private final String redirect;

    /**
     * @param client the application's client id
     * @param redirect one of its redirect addresses; nobody goes there
     */
    Browser(URI issuer, String client, String redirect) {
        this.issuer = issuer;
        this.client = client;
        this.redirect = redirect;
    }

    /** What the token endpoint answers: {@code access_token}, {@code id_token}, {@code refresh_token}. */
    JsonNode logIn(String name, String password) {
        var verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        var page = send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/auth?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", client,
                        "redirect_uri", redirect,
                        "scope", "openid",
                        "state", "s",
                        "code_challenge", challenge(verifier),
                        "code_challenge_method", "S256")))));
        // Marked Secure, so that no cookie store would send them without TLS.
        var cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
        var submitted = send(post(
                        URI.create(found(FORM, page.body()).replace("&amp;", "&")),
                        Map.of("username", name, "password", password))
                .header("Cookie", cookies));
        var code = found(CODE, submitted.headers().firstValue("Location").orElse(submitted.body()));
        return tokens(Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "client_id", client,
                        "redirect_uri", redirect,
                        "code_verifier", verifier))
                .expect(200)
                .body();
    }

    Reply refresh(String refreshToken) {
        return tokens(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "client_id", client));
    }

    /** What some applications do instead of showing Keycloak's page; it bypasses the second factor. */
    Reply tradePassword(String name, String password) {
        return tokens(Map.of("grant_type", "password", "client_id", client, "username", name, "password", password));
    }

    private Reply tokens(Map<String, String> form) {
        var answer = send(post(URI.create(issuer + "/protocol/openid-connect/token"), form));
        try {
            return new Reply("POST token", answer.statusCode(), answer.headers(), Caller.JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest.Builder post(URI uri, Map<String, String> form) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return Caller.HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
