package org.saisei.systemtests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Where services send their traces, in OTLP over HTTP. Keeps each export as the bytes that came, in which protobuf has
 * strings as UTF-8 and trace ids as 16 bytes; an export is of one service.
 */
final class TraceReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<String> exports = new CopyOnWriteArrayList<>();

    private TraceReceiver(HttpServer server) {
        this.server = server;
    }

    static TraceReceiver start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var receiver = new TraceReceiver(server);
            server.createContext("/v1/traces", receiver::receive);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an operator sets to have traces sent here, without the share of them that is to be sent. */
    Map<String, String> address() {
        return Map.of(
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                "PT0.2S");
    }

    boolean isEmpty() {
        return exports.isEmpty();
    }

    /** True if anything that was received has that text. */
    boolean has(String text) {
        var bytes = bytes(text.getBytes(StandardCharsets.UTF_8));
        return exports.stream().anyMatch(export -> export.contains(bytes));
    }

    /** True if an export of that service has all these texts. */
    boolean has(String service, String... texts) {
        return of(service).anyMatch(export -> contains(export, texts));
    }

    /** True if an export of that service has a span of that trace, and all these texts. */
    boolean hasTrace(String service, String traceId, String... texts) {
        var id = bytes(HexFormat.of().parseHex(traceId));
        return of(service).anyMatch(export -> export.contains(id) && contains(export, texts));
    }

    private Stream<String> of(String service) {
        // the resource's attribute, not whatever else is named so
        var name = "service.name\022" + (char) (service.length() + 2) + "\n" + (char) service.length() + service;
        return exports.stream().filter(export -> export.contains(name));
    }

    private static boolean contains(String export, String... texts) {
        return Arrays.stream(texts).allMatch(text -> export.contains(bytes(text.getBytes(StandardCharsets.UTF_8))));
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody();
            var packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            exports.add(bytes((packed ? new GZIPInputStream(body) : body).readAllBytes()));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Bytes as a string that has one character for each, to search in. */
    private static String bytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
