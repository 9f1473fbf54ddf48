package org.saisei.kit.it;

import io.restassured.RestAssured;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sends a request as it stands here, also one that no client library would send. */
final class Wire {
    private static final int PATIENCE_MILLIS = 10_000;

    /** @param headers by name, in any case */
    record Reply(int status, Map<String, String> headers, String body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    private Wire() {}

    /**
     * @param line method and target
     * @param headers a line for each
     */
    static Reply send(String line, String headers, String body) {
        return sendAs("HTTP/1.1", line, "Host: localhost\n" + headers, body);
    }

    /** As {@link #send}, of another version of HTTP, or without a host. */
    static Reply sendAs(String version, String line, String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var length = bytes.length == 0 ? "" : "Content-Length: " + bytes.length + "\r\n";
        var lines = headers.lines().map(header -> header + "\r\n").reduce("", String::concat);
        try (var connection =
                begin(line + " " + version + "\r\nConnection: close\r\n" + lines + length + "\r\n" + body)) {
            return read(connection.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    /** Sends that much of a request; the caller closes the connection. */
    static Socket begin(String beginning) throws IOException {
        var connection = new Socket("localhost", RestAssured.port);
        connection.setSoTimeout(PATIENCE_MILLIS);
        connection.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
        return connection;
    }

    /** Up to the announced end, since a server that was told of more may wait for it before it closes the connection. */
    private static Reply read(InputStream answer) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = answer.read();
            if (next < 0) {
                throw new EOFException("no answer but: " + head);
            }
            head.append((char) next);
        }
        var lines = head.toString().lines().toList();
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        lines.stream()
                .skip(1)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(": ?", 2))
                .forEach(pair -> headers.put(pair[0], pair[1]));
        var length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        return new Reply(
                Integer.parseInt(lines.getFirst().split(" ", 3)[1]),
                headers,
                new String(answer.readNBytes(length), StandardCharsets.UTF_8));
    }
}
