package org.saisei.benchmarks.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A safety officer's open stream, read by a thread of its own. */
final class OfficersStream {
    private static final Pattern DOCUMENT = Pattern.compile("\"documentNumber\":\"([^\"]+)\"");

    private OfficersStream() {}

    /** Returns once it is open. @param arrived told the document number of each case, when its last byte has come */
    static void open(int port, String token, Consumer<String> arrived) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cases/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the stream answers " + answer.statusCode());
        }
        Thread.ofPlatform().daemon().start(() -> read(answer.body(), arrived));
    }

    private static void read(InputStream stream, Consumer<String> arrived) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var document = DOCUMENT.matcher(line);
                if (line.startsWith("data:") && document.find()) {
                    arrived.accept(document.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
